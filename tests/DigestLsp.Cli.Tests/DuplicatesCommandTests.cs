using System.Text.Json;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp duplicates</c>, run as a user runs it.</summary>
public sealed class DuplicatesCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Groups_name_every_place_and_the_copy_to_keep()
    {
        _line.Write("march.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        _line.Write("april.digest", Samples.Digest("Apr 2", Samples.Moss));

        var result = _line.Run("duplicates", ".");

        Assert.Equal(
            (
                0,
                """
                Counting Moss from the Air (exact)
                    march.digest:7: the one to keep, it stands first
                    april.digest:3

                1 paper stands in several places, 1 copy too many

                """.ReplaceLineEndings("\n"),
                ""
            ),
            (result.ExitCode, result.Output, result.Error)
        );
    }

    [Fact]
    public void The_copy_that_is_whole_is_the_one_to_keep()
    {
        var cut = Samples.Moss[..Samples.Moss.IndexOf(" The method", StringComparison.Ordinal)].TrimEnd('.') + " and the\n";
        _line.Write("march.digest", Samples.Digest("Mar 11", cut));
        _line.Write("april.digest", Samples.Digest("Apr 2", Samples.Moss));

        using var json = JsonDocument.Parse(_line.Run("duplicates", ".", "--format", "json").Output);

        var group = Assert.Single(json.RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal("near", group.GetProperty("kind").GetString());
        Assert.InRange(group.GetProperty("score").GetDouble(), 0.1, 0.99);
        Assert.Equal(
            ["march.digest:3", "april.digest:3"],
            group.GetProperty("papers").EnumerateArray().Select(paper => $"{paper.GetProperty("file")}:{paper.GetProperty("line")}")
        );
        Assert.Equal((1, "nothing in it is broken"), (group.GetProperty("best").GetInt32(), group.GetProperty("reason").GetString()));
    }

    [Fact]
    public void Of_copies_with_the_same_words_that_is_kept_which_fixing_all_keeps()
    {
        // The first is the worse one, and yet nothing but white space tells them apart.
        _line.Write("march.digest", Samples.Digest("Mar 11", Samples.Moss.Replace("the cost.", "the cost .")));
        _line.Write("april.digest", Samples.Digest("Apr 2", Samples.Moss));
        _line.Write("may.digest", Samples.Digest("May 3", Samples.Moss.Replace("and discuss why slate is hard.", "and a")));

        using var json = JsonDocument.Parse(_line.Run("duplicates", "march.digest", "april.digest", "--format", "json").Output);
        var group = Assert.Single(json.RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal((0, "it stands first"), (group.GetProperty("best").GetInt32(), group.GetProperty("reason").GetString()));
        Assert.Contains("march.digest:3: the one to keep", _line.Run("duplicates", ".").Output, StringComparison.Ordinal);

        Assert.Equal(0, _line.Run("fix", ".", "--rule", "DG2001").ExitCode);
        Assert.Contains("Counting Moss", File.ReadAllText(Path.Combine(_line.Folder, "march.digest")), StringComparison.Ordinal);
        Assert.DoesNotContain("Counting Moss", File.ReadAllText(Path.Combine(_line.Folder, "april.digest")), StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_that_hang_together_by_a_third_are_one_group()
    {
        _line.Write("a.digest", Samples.Digest("Mar 1", Samples.Moss));
        _line.Write("b.digest", Samples.Digest("Mar 2", Samples.Moss));
        _line.Write("c.digest", Samples.Digest("Mar 3", Samples.Moss.Replace("Counting Moss from the Air", "Kites over Roofs")));

        using var json = JsonDocument.Parse(_line.Run("duplicates", ".", "--format", "json").Output);

        var group = Assert.Single(json.RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal("retitled", group.GetProperty("kind").GetString());
        Assert.Equal(3, group.GetProperty("papers").GetArrayLength());
    }

    /// <summary>Which files of a folder are digests is for the configuration to say.</summary>
    [Theory]
    [InlineData("duplicates", ".")]
    [InlineData("related", ".", "--title", "moss on roofs")]
    public void A_configuration_may_be_named(params string[] command)
    {
        _line.Write("march.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        _line.Write("april.digest", Samples.Digest("Apr 2", Samples.Moss));
        _line.Write("other/any.config", "root = true\n[march.digest]\ndigest_document = false\n");

        Assert.Contains("march.digest", _line.Run(command).Output, StringComparison.Ordinal);
        var configured = _line.Run([.. command, "--config", "other/any.config"]);
        Assert.Equal((0, ""), (configured.ExitCode, configured.Error));
        Assert.DoesNotContain("march.digest", configured.Output, StringComparison.Ordinal);
        Assert.Equal(2, _line.Run([.. command, "--config", "nothing.config"]).ExitCode);
    }

    [Fact]
    public void Digests_without_copies_say_so_and_files_that_cannot_be_read_are_named()
    {
        _line.Write("march.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));

        var result = _line.Run("duplicates", "march.digest", "nobody.digest");

        Assert.Equal((2, "no paper stands twice\n"), (result.ExitCode, result.Output));
        Assert.Contains("nobody.digest", result.Error, StringComparison.Ordinal);
    }
}
