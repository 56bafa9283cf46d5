using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG9003: a digest that cannot be read.</summary>
public sealed class UnreadableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace = new(DocumentAnalysis.Prepare);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_that_is_not_Utf8_is_told_on_its_line()
    {
        var found = Assert.Single(Diagnose([.. "Mar 11\n\n"u8, 0xE9, .. " la carte\n"u8]));

        Assert.Equal(
            ("DG9003", RuleSeverity.Error, new LinePositionSpan(new(2, 0), new(2, 1))),
            (found.Descriptor.Id, found.Severity, found.Range)
        );
        Assert.Equal("This file is not UTF-8: on line 3, byte 8 (0xE9) begins no valid character; save the file as UTF-8", found.Message);
    }

    [Fact]
    public void A_file_that_is_too_large_is_told_on_its_first_character()
    {
        using (var huge = File.Create(_folder.PathOf("a.digest")))
        {
            huge.SetLength(2L << 30); // sparse: it takes no room
        }

        var found = Assert.Single(Diagnose());

        Assert.Equal(new LinePositionSpan(new(0, 0), new(0, 1)), found.Range);
        Assert.Equal("This file has 2,147,483,648 bytes, and a digest at most 1,073,741,824; split it", found.Message);
    }

    [Fact]
    public void A_file_that_nobody_else_may_read_is_told()
    {
        using var locked = new FileStream(_folder.PathOf("a.digest"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.StartsWith("This file cannot be read: ", Assert.Single(Diagnose()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_can_be_read_is_not_told() => Assert.Empty(Diagnose("Mar 11\n"u8.ToArray()));

    [Theory]
    [InlineData("suggestion", RuleSeverity.Suggestion)]
    [InlineData("none", null)]
    public void Its_severity_is_configured_like_any_other(string severity, RuleSeverity? expected)
    {
        _folder.Write(".editorconfig", $"root = true\n[a.digest]\ndigest_diagnostic.DG9003.severity = {severity}\n");

        Assert.Equal(expected is { } one ? [one] : [], Diagnose([0xFF]).Select(found => found.Severity));
    }

    private IEnumerable<Diagnostic> Diagnose(byte[]? bytes = null)
    {
        var path = bytes is null ? _folder.PathOf("a.digest") : _folder.Write("a.digest", bytes);
        _workspace.Load([_folder.FullName]);
        return UnreadableFile.Diagnose(_workspace.Current, path);
    }
}
