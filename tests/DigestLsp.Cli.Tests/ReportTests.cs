using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestLsp.Cli.Tests;

/// <summary>The forms of reports for other programs, and the list of rules.</summary>
public sealed partial class ReportTests : IDisposable
{
    private readonly CommandLine _line = new();

    public ReportTests()
    {
        _line.Write("a.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        _line.Write("100%, b: c.digest", Samples.Digest("Mar 12", Samples.Moss) + "\nFeb 30\n");
    }

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Sarif_has_what_its_schema_requires()
    {
        using var json = JsonDocument.Parse(_line.Run("check", ".", "--format", "sarif").Output);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.StartsWith("file:///", run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString()!);
        Assert.EndsWith("/", run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString()!);
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("digestlsp", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.All(
            rules,
            rule =>
            {
                Assert.Matches("^DG[0-9]{4}$", rule.GetProperty("id").GetString());
                Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
                Assert.True(Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute));
                Assert.Contains(
                    rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(),
                    (string[])["none", "note", "warning", "error"]
                );
            }
        );
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["DG2001", "DG1002"], results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.All(
            results,
            result =>
            {
                var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
                Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
                Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
                var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
                Assert.Equal("100%25%2C%20b%3A%20c.digest", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
                Assert.Equal("SRCROOT", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
                Assert.Matches("^[0-9a-f]{32}$", result.GetProperty("partialFingerprints").GetProperty("digestFinding/v1").GetString());
            }
        );
        Assert.Equal("""{"startLine":3,"startColumn":1,"endLine":3,"endColumn":27}""", Compact(results[0], "locations", "region"));
        var related = Assert.Single(results[0].GetProperty("relatedLocations").EnumerateArray());
        Assert.Equal("the same paper", related.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("""{"uri":"a.digest","uriBaseId":"SRCROOT"}""", Compact(results[0], "relatedLocations", "artifactLocation"));
    }

    [Fact]
    public void A_fingerprint_stays_where_lines_move_and_differs_between_findings()
    {
        var before = Fingerprints();
        _line.Write("100%, b: c.digest", "new\n\nSubscribe\n\n" + Samples.Digest("Mar 12", Samples.Moss) + "\nFeb 30\n");
        Assert.Equal(before, Fingerprints());
        Assert.Equal(before.Distinct(), before);
    }

    [Fact]
    public void A_file_outside_of_the_folder_is_named_whole()
    {
        using var other = new CommandLine();
        var file = other.Write("x.digest", Samples.Digest("Mar 32", Samples.Tides));
        using var json = JsonDocument.Parse(_line.Run("check", file, "--format", "sarif").Output);
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal($$"""{"uri":"{{new Uri(file).AbsoluteUri}}"}""", Compact(result, "locations", "artifactLocation"));
    }

    [Fact]
    public void GitHub_gets_one_command_a_finding_with_everything_escaped()
    {
        var result = _line.Run("check", ".", "--format", "github");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "::warning file=100%25%2C b%3A c.digest,line=3,endLine=3,col=1,endColumn=27,title=DG2001%3A Paper stands in an earlier digest"
                    + "::This paper stands in an earlier digest too: a.digest, line 7%0Aa.digest:7:1: the same paper",
                "::warning file=100%25%2C b%3A c.digest,line=7,endLine=7,col=1,endColumn=7,"
                    + "title=DG1002%3A Date line missing%2C impossible or out of order::The calendar has no Feb 30",
            ],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("warning", "warning")]
    [InlineData("suggestion", "notice")]
    public void Severities_have_their_commands(string severity, string command)
    {
        _line.Write(".editorconfig", $"root = true\n[*]\ndigest_diagnostic.DG1002.severity = {severity}\n");
        Assert.StartsWith(
            $"::{command} ",
            _line.Run("check", ".", "--format", "github", "--rule", "DG1002").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rules_are_listed_for_people_and_for_programs()
    {
        using var json = JsonDocument.Parse(_line.Run("rules", "--format", "json").Output);
        var rules = json.RootElement.GetProperty("rules").EnumerateArray().ToList();
        var lines = _line.Run("rules").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(rules.Select(rule => rule.GetProperty("id").GetString()), lines.Select(line => line[..6]));
        var recurring = rules.Single(rule => rule.GetProperty("id").GetString() == "DG2001");
        Assert.Equal("Paper stands in an earlier digest", recurring.GetProperty("title").GetString());
        Assert.Equal("warning", recurring.GetProperty("severity").GetString());
        Assert.EndsWith("/docs/rules/DG2001.md", recurring.GetProperty("documentation").GetString()!, StringComparison.Ordinal);
        Assert.True(rules.Single(rule => rule.GetProperty("id").GetString() == "DG9001").GetProperty("fixable").GetBoolean());
        Assert.All(lines, line => Assert.Matches(RuleLine(), line));
    }

    private List<string?> Fingerprints()
    {
        using var json = JsonDocument.Parse(_line.Run("check", ".", "--format", "sarif").Output);
        return
        [
            .. json
                .RootElement.GetProperty("runs")[0]
                .GetProperty("results")
                .EnumerateArray()
                .Select(result => result.GetProperty("partialFingerprints").GetProperty("digestFinding/v1").GetString()),
        ];
    }

    private static string Compact(JsonElement result, string list, string part) =>
        JsonSerializer.Serialize(result.GetProperty(list)[0].GetProperty("physicalLocation").GetProperty(part));

    [GeneratedRegex("^DG[0-9]{4}  (none|silent|suggestion|warning|error) +(fix)? +[A-Z].* https://.*/DG[0-9]{4}\\.md$")]
    private static partial Regex RuleLine();
}
