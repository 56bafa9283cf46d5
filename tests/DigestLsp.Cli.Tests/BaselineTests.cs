using System.Text.Json;

namespace DigestLsp.Cli.Tests;

/// <summary>Accepting findings on the command line.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Default = ".digestlsp/baseline.json";

    private readonly CommandLine _line = new();

    public BaselineTests()
    {
        _line.Write("a.digest", Samples.Digest("Mar 32", Samples.Tides, Samples.Moss));
        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Moss));
    }

    public void Dispose() => _line.Dispose();

    [Fact]
    public void What_is_accepted_is_printed_no_more_and_ends_with_0()
    {
        Assert.Equal(1, _line.Run("check", ".").ExitCode);

        var update = _line.Run("check", ".", "--update-baseline");
        Assert.Equal((0, $"digestlsp: {Default} accepts 2 findings: 2 new, 0 removed\n"), (update.ExitCode, update.Error));

        Assert.Equal("2 files, 3 papers: nothing found\n", _line.Run("check", ".").Output);
        _line.Write("c.digest", Samples.Digest("Mar 13", Samples.Moss));
        Assert.Contains("1 warning", _line.Run("check", ".").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_accepted_of_a_digest_that_cannot_be_read_stays()
    {
        _line.Run("check", ".", "--update-baseline");
        var accepted = Read(Default);
        _line.Write("a.digest", [.. "Mar 32\n\n"u8, 0xE9]);

        Assert.Equal(2, _line.Run("check", ".", "--update-baseline").ExitCode);

        Assert.Equal(accepted, Read(Default));
    }

    [Theory]
    [InlineData("DG1007", "see: Nobody Has Written This\n")]
    [InlineData("DG5001", "note: none\n")]
    public void What_others_have_a_part_in_is_in_use_as_long_as_they_have_it(string rule, string metadata)
    {
        var tides = Samples.Tides.Replace("a small clock", "a tidal clock network (TCN)", StringComparison.Ordinal);
        var moss = Samples.Moss.Replace("Moss covers", "The common neighbour (TCN) of moss covers", StringComparison.Ordinal);
        _line.Write(
            ".editorconfig",
            "root = true\n[*]\ndigest_diagnostic.DG5001.severity = warning\ndigest_diagnostic.DG2001.severity = none\n"
        );
        _line.Write("a.digest", Samples.Digest("Mar 11", tides));
        _line.Write("b.digest", Samples.Digest("Mar 12", moss + metadata));
        Assert.Contains(rule, _line.Run("check", ".").Output, StringComparison.Ordinal);

        _line.Run("check", ".", "--update-baseline");

        Assert.Equal("2 files, 2 papers: nothing found\n", _line.Run("check", ".").Output);
        if (rule == "DG5001")
        {
            _line.Write(".editorconfig", "root = true\n");
            Assert.Equal("2 files, 2 papers: nothing found\n", _line.Run("check", ".").Output);
        }
        _line.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG5001.severity = warning\n");
        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Moss));
        Assert.Contains("DG9002", _line.Run("check", ".").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_that_repeats_another_is_in_use_as_long_as_it_does()
    {
        const string Third =
            "Bells Under Water\n\nA bell that rings under water is heard further than one in air. We hung four of them below buoys and listened for a "
            + "winter from a boat. Fog did not matter, and neither did seals. What did was the tide, which carries sound as it carries boats.\n";
        _line.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG2001.severity = none\n");
        _line.Write("a.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss, Third));
        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Tides, Samples.Moss, Third));
        Assert.Contains("DG2006", _line.Run("check", ".").Output, StringComparison.Ordinal);

        _line.Run("check", ".", "--update-baseline");
        Assert.Equal("2 files, 6 papers: nothing found\n", _line.Run("check", ".").Output);

        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Moss));
        Assert.Contains("DG9002", _line.Run("check", ".").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_gone_is_taken_out_and_the_rest_stays_as_it_was()
    {
        _line.Run("check", ".", "--update-baseline");
        var before = Read(Default);
        _line.Run("check", ".", "--update-baseline");
        Assert.Equal(before, Read(Default));

        _line.Write(Default, before.Replace("\"text\":\"Mar 32\"", "\"text\":\"Mar 32\",\"note\":\"the printer's\""));
        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Tides.Replace("Cranes", "Herons")));
        var update = _line.Run("check", ".", "--update-baseline", "--rule", "DG2001");
        Assert.Contains("accepts 1 findings: 0 new, 1 removed", update.Error, StringComparison.Ordinal);
        Assert.Contains("the printer's", Read(Default), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_of_a_part_leaves_what_is_accepted_elsewhere()
    {
        _line.Run("check", ".", "--update-baseline");
        var before = Read(Default);
        _line.Run("check", "b.digest", "--update-baseline");
        Assert.Contains("Mar 32", Read(Default), StringComparison.Ordinal);
        Assert.Equal(0, _line.Run("check", "a.digest").ExitCode);
        _line.Run("check", ".", "--update-baseline");
        Assert.Equal(before, Read(Default));
    }

    [Fact]
    public void Another_file_can_stand_for_it()
    {
        var update = _line.Run("check", ".", "--baseline", "ci/accepted.json", "--update-baseline");
        Assert.Equal(0, update.ExitCode);
        Assert.False(File.Exists(Path.Combine(_line.Folder, Default)));
        Assert.Equal(0, _line.Run("check", ".", "--baseline", "ci/accepted.json").ExitCode);
        Assert.Equal(1, _line.Run("check", ".").ExitCode);

        var missing = _line.Run("check", ".", "--baseline", "nowhere.json");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("--update-baseline writes one", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_working_folder_makes_no_difference()
    {
        _line.Write("x/y/.digestlsp/baseline.json", """{"version":1}""");
        _line.Write("x/y/z/a.digest", Samples.Digest("Mar 32", Samples.Tides));
        _line.Run("check", "x", "--update-baseline");
        Assert.Contains("\"file\":\"z/a.digest\"", Read("x/y/.digestlsp/baseline.json"), StringComparison.Ordinal);
        Assert.Equal(0, _line.Run("check", Path.Combine(_line.Folder, "x", "y", "z", "a.digest")).ExitCode);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_told_and_never_written_over()
    {
        _line.Write(Default, "{\n  \"version\": 1,\n  \"findings\": [\n");
        var check = _line.Run("check", ".", "--verbosity", "quiet");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"{Default}:4:1: warning DG9001: This file is not used", check.Output, StringComparison.Ordinal);
        Assert.Contains("DG2001", check.Output, StringComparison.Ordinal);

        var update = _line.Run("check", ".", "--update-baseline");
        Assert.Equal((2, ""), (update.ExitCode, update.Output));
        Assert.Equal(
            $"digestlsp: {Default}:4:1: This file is not used: it is no JSON from here on; mend it, restore it from version control or delete it\n",
            update.Error
        );
        Assert.StartsWith("{\n  \"version\": 1,", Read(Default), StringComparison.Ordinal);

        _line.Write(Default, "{\"version\": 7}");
        Assert.Contains("install a newer digestlsp", _line.Run("check", ".", "--update-baseline").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_on_configuration_stand_under_its_file_and_count_no_digest()
    {
        _line.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG2001.severity = of\n");
        using var json = JsonDocument.Parse(_line.Run("check", ".", "--format", "json").Output);
        Assert.Equal(2, json.RootElement.GetProperty("files").GetInt32());
        var found = json.RootElement.GetProperty("diagnostics").EnumerateArray().First();
        Assert.Equal(
            (".editorconfig", "DG9001", 3, 37, false),
            (
                found.GetProperty("file").GetString(),
                found.GetProperty("rule").GetString(),
                found.GetProperty("start").GetProperty("line").GetInt32(),
                found.GetProperty("start").GetProperty("column").GetInt32(),
                found.GetProperty("fixable").GetBoolean()
            )
        );
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_line.Folder, name));
}
