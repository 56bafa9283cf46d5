using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG5002.</summary>
public sealed class UnexpandedAcronymRuleTests : IDisposable
{
    private const string Digest =
        $"Mar 11\n\nGauges on a Coast\n\nA tide gauge network (TGN) hears XQZ-based cranes. TGNs and XQZs differ from XQZ2 and A. {Owls}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_first_use_is_told_where_it_is_asked_for(string lineEnding)
    {
        _folder.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG5002.severity = suggestion\n");
        var text = Digest.Replace("\n", lineEnding, StringComparison.Ordinal);

        var finding = Assert.Single(Diagnose(text));

        Assert.Equal("DG5002", finding.Descriptor.Id);
        Assert.Equal(text.IndexOf("XQZ", StringComparison.Ordinal), finding.Span.Start);
        Assert.Equal((3, "No paper of this digest says what ‘XQZ’ stands for"), (finding.Span.Length, finding.Message));
    }

    [Fact]
    public void Nobody_is_told_unasked()
    {
        _folder.Write(".editorconfig", "root = true\n");

        Assert.Empty(Diagnose(Digest));
    }

    private IEnumerable<Diagnostic> Diagnose(string text)
    {
        _folder.Write("a.digest", text);
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        workspace.Load([_folder.FullName]);
        return DocumentAnalysis.Diagnose(workspace.Current, workspace.Current.Documents.Single());
    }
}
