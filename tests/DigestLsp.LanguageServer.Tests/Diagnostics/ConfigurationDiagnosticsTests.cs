using System.Runtime.CompilerServices;
using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What is told of configuration files, whatever goes wrong in telling it.</summary>
public sealed class ConfigurationDiagnosticsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace = new();
    private readonly List<int> _published = [];
    private readonly ConfigurationDiagnostics _configuration;
    private bool _isFaulty;

    public ConfigurationDiagnosticsTests()
    {
        _folder.Write("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        _configuration = new(
            (_, _, diagnostics) =>
            {
                if (_isFaulty)
                {
                    throw new InvalidOperationException("planted");
                }
                _published.Add(diagnostics.Length);
            }
        );
        _workspace.Load([_folder.FullName]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_could_not_be_told_is_told_with_the_next_change_and_keeps_nothing_in_memory()
    {
        var earlier = ServeAndForget(1);
        _isFaulty = true;
        Assert.Throws<InvalidOperationException>(() => ServeAndForget(2));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(earlier.IsAlive);
        _isFaulty = false;
        ServeAndForget(2);
        Assert.Equal([1, 2], _published);
    }

    /// <summary>In a frame of its own, so that no variable elsewhere keeps what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ServeAndForget(int faults)
    {
        var settings = Enumerable.Range(0, faults).Select(i => $"digest_diagnostic.DG88{i}.severity = error\n");
        _folder.Write(".editorconfig", "[*]\n" + string.Concat(settings));
        var snapshot = _workspace.Reconfigure(new EditorConfiguration());
        _configuration.Serve(snapshot, CancellationToken.None);
        return new(snapshot);
    }
}
