using System.Text.Json;
using DigestLsp.Testing;

namespace DigestLsp.Cli.Tests;

/// <summary>The sample digests show what their README promises, and nothing else.</summary>
public sealed class SampleDigestsTests
{
    [Theory]
    [InlineData("2026-03-02.digest.txt", "")]
    [InlineData("2026-03-03.digest.txt", "DG2001 DG3001 DG2001")]
    [InlineData("2026-03-09.digest.txt", "DG2003 DG1005 DG1003")]
    [InlineData("2026-03-16.digest.txt", "DG2001 DG1004 DG1006 DG2002")]
    [InlineData("2026-03-23.digest", "DG2004 DG2004 DG2005")]
    [InlineData("2026-03-30-reading-group.txt", "DG1002 DG2001")]
    [InlineData("notes.txt", "")]
    public void Show_these_findings_from_top_to_bottom(string file, string rules) =>
        Assert.Equal(rules, string.Join(' ', Findings.Where(finding => finding.File == file).Select(finding => finding.Rule)));

    [Fact]
    public void Show_no_finding_in_any_other_file() => Assert.Equal(15, Findings.Length);

    [Fact]
    public void Take_the_severity_that_their_configuration_sets() =>
        Assert.All(Findings.Where(finding => finding.Rule == "DG2004"), finding => Assert.Equal("suggestion", finding.Severity));

    private static readonly (string File, string Rule, string Severity)[] Findings = Check();

    private static (string File, string Rule, string Severity)[] Check()
    {
        using var commandLine = new CommandLine();
        var result = commandLine.Run("check", "--format", "json", Checkout.PathOf("docs", "samples"));
        Assert.True(result.ExitCode == 1, $"Exit code {result.ExitCode}: {result.Error}");
        using var report = JsonDocument.Parse(result.Output);
        return
        [
            .. report
                .RootElement.GetProperty("diagnostics")
                .EnumerateArray()
                .Select(finding =>
                    (
                        Path.GetFileName(finding.GetProperty("file").GetString()!),
                        finding.GetProperty("rule").GetString()!,
                        finding.GetProperty("severity").GetString()!
                    )
                ),
        ];
    }
}
