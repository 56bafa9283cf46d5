using System.Text;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp format</c>, run as a user runs it.</summary>
public sealed class FormatCommandTests : IDisposable
{
    private static readonly string Tidy = Samples.Digest("Mar 11", Samples.Tides, Samples.Moss);

    private static readonly string Untidy = Tidy.Replace("Mar 11\n\n", "Mar 11 \n").Replace("\n\n", "\n\n\n");

    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    [InlineData("\r", "")]
    public void Files_are_laid_out_where_they_are(string lineEnding, string mark)
    {
        _line.Write("a.digest", mark + Untidy.Replace("\n", lineEnding));
        _line.Write("b.digest", Tidy);

        Assert.Equal((1, "a.digest\n\n1 of 2 files would be formatted\n"), Outcome(_line.Run("format", ".", "--check")));
        Assert.Equal(mark + Untidy.Replace("\n", lineEnding), Read("a.digest"));
        Assert.Equal((0, "a.digest\n\n1 of 2 files formatted\n"), Outcome(_line.Run("format", ".")));
        Assert.Equal(mark + Tidy.Replace("\n", lineEnding), Read("a.digest"));
        Assert.Equal((0, "2 files: nothing to format\n"), Outcome(_line.Run("format", ".", "--check")));
        Assert.Equal((0, "2 files: nothing to format\n"), Outcome(_line.Run("format", ".")));
    }

    [Fact]
    public void A_patch_says_what_would_change()
    {
        _line.Write("a.digest", Untidy);
        var result = _line.Run("format", ".", "--diff");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("--- a/a.digest\n+++ b/a.digest\n@@ -1,", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n-Mar 11 \n+Mar 11\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 file would be formatted", result.Error, StringComparison.Ordinal);
        Assert.Equal(Untidy, Read("a.digest"));
    }

    [Fact]
    public void Standard_input_goes_laid_out_to_standard_output()
    {
        Assert.Equal((0, Tidy), Outcome(_line.Run(Encoding.UTF8.GetBytes(Untidy), "format", "-")));
        Assert.Equal((0, Tidy), Outcome(_line.Run(Encoding.UTF8.GetBytes(Tidy), "format", "-", "--verbosity", "quiet")));
        Assert.Equal(
            (1, "-\n\n1 of 1 file would be formatted\n"),
            Outcome(_line.Run(Encoding.UTF8.GetBytes(Untidy), "format", "-", "--check"))
        );
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_named_and_the_rest_is_laid_out()
    {
        _line.Write("broken.digest", [0xFF]);
        var locked = _line.Write("locked.digest", Untidy);
        File.SetAttributes(locked, FileAttributes.ReadOnly);
        _line.Write("open.digest", Untidy);

        var result = _line.Run("format", ".");

        File.SetAttributes(locked, FileAttributes.Normal);
        Assert.Equal((2, "open.digest\n\n1 of 2 files formatted\n"), Outcome(result));
        Assert.Contains("broken.digest: is not UTF-8", result.Error, StringComparison.Ordinal);
        Assert.Contains("locked.digest: cannot be written: the file is read-only", result.Error, StringComparison.Ordinal);
        Assert.Equal((Untidy, Tidy), (Read("locked.digest"), Read("open.digest")));
    }

    [Theory]
    [InlineData("format")]
    [InlineData("format", ".", "-")]
    [InlineData("format", ".", "--output", "x")]
    [InlineData("format", "--no-such-option", ".")]
    public void Wrong_use_ends_with_2_and_says_why(params string[] arguments)
    {
        var result = _line.Run(arguments);
        Assert.Equal((2, ""), Outcome(result));
        Assert.StartsWith("digestlsp: ", result.Error, StringComparison.Ordinal);
    }

    private static (int, string) Outcome(CommandResult result) => (result.ExitCode, result.Output);

    private string Read(string name) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_line.Folder, name)));
}
