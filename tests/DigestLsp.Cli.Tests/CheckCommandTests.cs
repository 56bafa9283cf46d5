using System.Text.Json;
using DigestLsp.Testing;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp check</c>, run as a user runs it.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Clean_digests_end_with_0_and_say_so()
    {
        _line.Write("march.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        var result = _line.Run("check", ".");
        Assert.Equal((0, "1 file, 2 papers: nothing found\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_finding_names_file_line_and_column_and_ends_with_1()
    {
        WriteTwins();
        var result = _line.Run("check", ".");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            """
            b.digest:3:1: warning DG2001: This paper stands in an earlier digest too: a.digest, line 7
                a.digest:7:1: the same paper

            2 files, 3 papers: 1 warning

            """.ReplaceLineEndings("\n"),
            result.Output
        );
    }

    [Fact]
    public void What_ignore_files_leave_out_is_read_only_where_it_is_asked_for()
    {
        WriteTwins();
        _line.Write(".gitignore", "/b.digest\n");
        Assert.Equal("1 file, 2 papers: nothing found\n", _line.Run("check", ".").Output);
        Assert.Contains("2 files, 3 papers: 1 warning", _line.Run("check", ".", "b.digest").Output, StringComparison.Ordinal);
        Assert.Contains("2 files, 3 papers: 1 warning", _line.Run("check", ".", "--no-ignore").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_follows_its_contract()
    {
        WriteTwins();
        using var json = JsonDocument.Parse(_line.Run("check", "--format", "json", ".").Output);
        var root = json.RootElement;
        Assert.Equal(
            (1, 2, 3),
            (root.GetProperty("version").GetInt32(), root.GetProperty("files").GetInt32(), root.GetProperty("papers").GetInt32())
        );
        var found = Assert.Single(root.GetProperty("diagnostics").EnumerateArray());
        var expected = """
            {"rule":"DG2001","severity":"warning","file":"b.digest","start":{"line":3,"column":1},"end":{"line":3,"column":27},
             "message":"This paper stands in an earlier digest too: a.digest, line 7",
             "related":[{"file":"a.digest","line":7,"column":1,"message":"the same paper"}],"fixable":true}
            """;
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(found));
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("suggestion", 1)]
    [InlineData("none", 0)]
    public void Fail_on_chooses_what_ends_with_1(string severity, int exitCode)
    {
        WriteTwins();
        Assert.Equal(exitCode, _line.Run("check", "--fail-on", severity, ".").ExitCode);
    }

    [Fact]
    public void Rules_and_severities_choose_what_is_printed()
    {
        WriteTwins();
        Assert.Contains("nothing found", _line.Run("check", ".", "--rule", "DG3001", "DG1003").Output, StringComparison.Ordinal);
        Assert.Contains("nothing found", _line.Run("check", ".", "--severity", "error").Output, StringComparison.Ordinal);
        Assert.Contains("1 warning", _line.Run("check", ".", "--rule", "dg2001").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Editorconfig_sets_severities_and_another_file_can_stand_for_it()
    {
        WriteTwins();
        _line.Write(".editorconfig", "root = true\n[*.digest]\ndigest_diagnostic.DG2001.severity = error\n");
        Assert.Contains("1 error", _line.Run("check", ".").Output, StringComparison.Ordinal);
        var other = _line.Write("ci/settings", "[*]\ndigest_diagnostic.DG2001.severity = none\n");
        Assert.Contains("nothing found", _line.Run("check", ".", "--config", other).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_still_checked()
    {
        WriteTwins();
        _line.Write("broken.digest", [.. "new\n\nMar 1\n\n"u8, 0xFF, .. "x"u8]);
        using (var huge = File.Create(Path.Combine(_line.Folder, "huge.digest")))
        {
            huge.SetLength(2L << 30); // sparse: takes no room on the disk
        }
        Directory.CreateDirectory(Path.Combine(_line.Folder, "folder.digest"));
        var result = _line.Run("check", ".", "missing.digest");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("2 files, 3 papers: 1 warning", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            digestlsp: broken.digest: is not UTF-8: on line 5, byte 12 (0xFF) begins no valid character; save the file as UTF-8
            digestlsp: huge.digest: has 2,147,483,648 bytes, and a digest at most 1,073,741,824; split it
            digestlsp: missing.digest: there is no such file or folder

            """.ReplaceLineEndings("\n"),
            result.Error.ReplaceLineEndings("\n")
        );
    }

    [UnixFact]
    public void What_is_no_file_is_passed_over_and_named_where_it_was_named()
    {
        WriteTwins();
        SpecialFile.MakePipe(Path.Combine(_line.Folder, "pipe.digest"));
        SpecialFile.MakePipe(Path.Combine(_line.Folder, ".editorconfig"));
        var folder = _line.Run("check", ".");
        Assert.Equal((1, ""), (folder.ExitCode, folder.Error));
        var named = _line.Run("check", ".", "pipe.digest");
        Assert.Equal(
            (2, "digestlsp: pipe.digest: is a pipe, a socket or a device, not a file\n"),
            (named.ExitCode, named.Error.ReplaceLineEndings("\n"))
        );
        Assert.Contains("2 files, 3 papers: 1 warning", named.Output, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_request_to_end_ends_it_without_a_word(bool endInput) => EndsBy("TERM", endInput, 143);

    [InterruptFact]
    public void So_does_an_interrupt() => EndsBy("INT", endInput: true, 130);

    private void EndsBy(string signal, bool endInput, int exitCode) =>
        Assert.Equal(new CommandResult(exitCode, "", ""), _line.RunAndSignal(signal, endInput, "check", "-"));

    [Fact]
    public void A_folder_is_searched_for_digests_alone_and_a_named_file_is_taken_as_it_is()
    {
        _line.Write("notes.txt", "Buy milk.\n");
        _line.Write("banner.txt", "new\n\nSubscribe\n\n" + Samples.Digest("Mar 11", Samples.Tides));
        _line.Write(".hidden/old.digest", Samples.Digest("Mar 11", Samples.Tides));
        _line.Write("plain.txt", Samples.Digest("Mar 11", Samples.Moss));
        Assert.StartsWith("1 file, 1 paper:", _line.Run("check", ".").Output, StringComparison.Ordinal);
        Assert.StartsWith("2 files, 2 papers:", _line.Run("check", ".", "plain.txt").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dash_is_standard_input()
    {
        var text = "\uFEFF" + Samples.Digest("Mar 11", Samples.Tides, Samples.Moss, Samples.Tides);
        var result = _line.Run(System.Text.Encoding.UTF8.GetBytes(text), "check", "-", "--verbosity", "quiet");
        Assert.Equal(
            (1, "-:11:1: warning DG2002: This paper stands in this digest already, at line 3\n"),
            (result.ExitCode, result.Output)
        );
    }

    [Fact]
    public void Standard_input_that_is_not_UTF_8_is_named()
    {
        const string Expected = "digestlsp: -: is not UTF-8: on line 2, byte 5 (0xC3) begins no valid character; save the file as UTF-8\n";
        foreach (var command in new[] { "check", "parse" })
        {
            var result = _line.Run([0xEF, 0xBB, 0xBF, .. "a\n"u8, 0xC3, 0x28], command, "-");
            Assert.Equal((2, Expected), (result.ExitCode, result.Error));
        }
    }

    [Fact]
    public void Output_goes_whole_to_a_file_or_not_at_all()
    {
        WriteTwins();
        var result = _line.Run("check", ".", "--output", "report.txt");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("1 warning", File.ReadAllText(Path.Combine(_line.Folder, "report.txt")), StringComparison.Ordinal);
        var failed = _line.Run("check", ".", "--output", "no/such/folder/report.txt");
        Assert.Equal(2, failed.ExitCode);
        Assert.Contains("no/such/folder/report.txt cannot be written", failed.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Output_goes_to_what_links_lead_to_and_into_devices_and_pipes()
    {
        WriteTwins();
        _line.Write("report.txt", "old");
        var links = new[] { ("report", "report.txt"), ("nowhere", "/dev/null"), ("here", "/dev/stdout") };
        foreach (var (link, target) in links)
        {
            var path = Path.Combine(_line.Folder, link);
            File.CreateSymbolicLink(path, target);
            var result = _line.Run("check", ".", "--output", link);
            Assert.Equal((1, ""), (result.ExitCode, result.Error));
            Assert.Equal(link == "here", result.Output.Contains("1 warning", StringComparison.Ordinal));
            Assert.Equal(target, new FileInfo(path).LinkTarget);
        }
        Assert.Contains("1 warning", File.ReadAllText(Path.Combine(_line.Folder, "report.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_is_for_terminals_unless_it_is_asked_for()
    {
        WriteTwins();
        Assert.DoesNotContain('\e', _line.Run("check", ".").Output);
        Assert.Contains("\e[1;33mwarning\e[0m", _line.Run("check", ".", "--color", "always").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("frobnicate")]
    [InlineData("check", ".", "--format", "xml")]
    [InlineData("check", ".", "--rule", "DG9999")]
    [InlineData("check", ".", "--fail-on", "sometimes")]
    [InlineData("check", ".", "--config", "nowhere")]
    [InlineData("check", ".", "--no-such-option")]
    public void Wrong_use_ends_with_2_and_says_why(params string[] arguments)
    {
        var result = _line.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("digestlsp: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_and_help_end_with_0()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", _line.Run("--version").Output.ReplaceLineEndings("\n"));
        var help = _line.Run("check", "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("--fail-on", help.Output, StringComparison.Ordinal);
    }

    [CorpusFact]
    public void The_seeds_hold_what_a_careful_reader_counted()
    {
        using var json = JsonDocument.Parse(_line.Run("check", "--format", "json", "--fail-on", "error", Corpus.PathOf("seeds")).Output);
        var root = json.RootElement;
        var rules = root.GetProperty("diagnostics")
            .EnumerateArray()
            .CountBy(found => found.GetProperty("rule").GetString()!)
            .ToDictionary(count => count.Key, count => count.Value);
        Assert.Equal((5, 407), (root.GetProperty("files").GetInt32(), root.GetProperty("papers").GetInt32()));
        Assert.Equal((76, 1), (rules.GetValueOrDefault("DG2001"), rules.GetValueOrDefault("DG2003")));
        Assert.DoesNotContain(
            rules.Keys,
            rule => rule.StartsWith("DG1", StringComparison.Ordinal) || rule is "DG2002" or "DG2004" or "DG2005"
        );
    }

    private void WriteTwins()
    {
        _line.Write("a.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Moss));
    }
}
