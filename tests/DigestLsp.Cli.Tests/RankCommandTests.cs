namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp rank</c>, run as a user runs it.</summary>
public sealed class RankCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Ids_come_best_first_and_only_those_that_were_asked_for()
    {
        WriteDocuments();
        _line.Write("ids.txt", "bells\nclocks\nvoles\n");

        var result = _line.Run("rank", "--documents", "docs.tsv", "--query", "owls", "--candidates", "ids.txt");

        Assert.Equal((0, "voles", ""), (result.ExitCode, result.Output.Split('\n')[0], result.Error));
        Assert.Equal(["bells", "clocks", "voles"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Theory]
    [InlineData("nobody", "bells\n", "docs.tsv has no document with the id nobody")]
    [InlineData("owls", "bells\nnobody\n", "ids.txt:2: there is no document with the id nobody")]
    public void An_id_that_is_not_there_is_named(string query, string candidates, string message)
    {
        WriteDocuments();
        _line.Write("ids.txt", candidates);

        var result = _line.Run("rank", "--documents", "docs.tsv", "--query", query, "--candidates", "ids.txt");

        Assert.Equal((2, "", $"digestlsp: {message}\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("owls\n", "docs.tsv:1: a document has an id, a title and an abstract, with tabs between them")]
    [InlineData("owls\tA\tB\nowls\tC\tD\n", "docs.tsv:2: the id owls stands on an earlier line too")]
    public void Documents_that_cannot_be_used_are_named_with_their_line(string documents, string message)
    {
        _line.Write("docs.tsv", documents);
        _line.Write("ids.txt", "owls\n");

        var result = _line.Run("rank", "--documents", "docs.tsv", "--query", "owls", "--candidates", "ids.txt");

        Assert.Equal((2, "", $"digestlsp: {message}\n"), (result.ExitCode, result.Output, result.Error));
    }

    private void WriteDocuments() =>
        _line.Write(
            "docs.tsv",
            """
            id	title	abstract
            owls	Owls at Night	Barn owls hear voles under the snow.
            voles	Voles in Winter	Under the snow, voles dig tunnels that owls hear.
            bells	Bells of Brass	A founder casts the bell in one piece.
            clocks	Clocks without Hands	The pendulum tells what the dial hides.

            """.ReplaceLineEndings("\n")
        );
}
