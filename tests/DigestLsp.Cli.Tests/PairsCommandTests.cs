namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp pairs</c>, run as a user runs it.</summary>
public sealed class PairsCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    private static readonly string[] Moss = Samples.Moss.TrimEnd().Split("\n\n");
    private static readonly string[] Tides = Samples.Tides.TrimEnd().Split("\n\n");

    [Fact]
    public void Rows_are_printed_with_what_the_papers_are_to_each_other()
    {
        _line.Write(
            "pairs.tsv",
            string.Join(
                "\n",
                "id\ttitle_a\tabstract_a\ttitle_b\tabstract_b",
                $"1\t{Moss[0]}\t{Moss[1]}\t{Moss[0].ToUpperInvariant()}\t{Moss[1]}",
                $"2\t{Moss[0]}\t{Moss[1]}\t{Tides[0]}\t{Tides[1]}",
                $"3\t{Moss[0]}\t{Moss[1]}\t{Tides[0]}\t{Moss[1]}"
            )
        );

        var result = _line.Run("pairs", "pairs.tsv");

        Assert.Equal(0, result.ExitCode);
        var rows = result.Output.TrimEnd('\n').Split('\n').Select(row => row.Split('\t')).ToList();
        Assert.Equal(["id", "title_a", "abstract_a", "title_b", "abstract_b", "kind", "score"], rows[0]);
        Assert.Equal([("1", "exact", "1"), ("2", "none", "0"), ("3", "retitled", "1")], rows[1..].Select(row => (row[0], row[5], row[6])));
    }

    [Theory]
    [InlineData("", "pairs.tsv is empty; its first line names the columns")]
    [InlineData("title_a\tabstract_a\ttitle_b\n", "pairs.tsv:1: the header names no column abstract_b")]
    [InlineData("title_a\tabstract_a\ttitle_b\tabstract_b\nA\tB\n", "pairs.tsv:2: 2 values stand under 4 columns")]
    public void A_file_that_cannot_be_used_is_named_with_its_line(string text, string message)
    {
        _line.Write("pairs.tsv", text);

        var result = _line.Run("pairs", "pairs.tsv", "--output", "out.tsv");

        Assert.Equal((2, $"digestlsp: {message}\n"), (result.ExitCode, result.Error));
        Assert.False(File.Exists(Path.Combine(_line.Folder, "out.tsv")));
    }
}
