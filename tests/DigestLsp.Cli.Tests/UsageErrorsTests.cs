namespace DigestLsp.Cli.Tests;

/// <summary>What a command line that cannot be run is answered with.</summary>
public sealed class UsageErrorsTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("chek .", "There is no command chek. Did you mean check?", "digestlsp")]
    [InlineData("explain DG2001", "There is no command explain.", "digestlsp")]
    [InlineData("--quiet", "There is no option --quiet.", "digestlsp")]
    [InlineData("cache", "Name a command: info, clear.", "digestlsp cache")]
    [InlineData("cache claer", "There is no command claer. Did you mean clear?", "digestlsp cache")]
    [InlineData(
        "check . --fail-on bad",
        "There is no severity bad. The severities are none, silent, suggestion, warning, error.",
        "digestlsp check"
    )]
    [InlineData(
        "check . --severity 3",
        "There is no severity 3. The severities are none, silent, suggestion, warning, error.",
        "digestlsp check"
    )]
    [InlineData("check", "Required argument 'path' missing for command: 'check'.", "digestlsp check")]
    public void One_sentence_says_what_is_wrong(string arguments, string expected, string command)
    {
        var result = _line.Run(arguments.Split(' '));
        Assert.Equal(
            (2, "", $"digestlsp: {expected}\nRun '{command} --help' to see what it takes.\n"),
            (result.ExitCode, result.Output, result.Error.ReplaceLineEndings("\n"))
        );
    }
}
