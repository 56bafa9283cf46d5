using System.Text.Json;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp related</c>, run as a user runs it.</summary>
public sealed class RelatedCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public RelatedCommandTests()
    {
        _line.Write("march.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        _line.Write("april.digest", Samples.Digest("Apr 2", Samples.Moss, Northern));
    }

    private const string Northern =
        "Moss on Northern Walls\n\nMoss prefers the north side of old walls. We counted moss on forty walls for two winters and find that shade tells more than the compass "
        + "does. The walls and the counts of both winters are public, so that anybody may count again.\n";

    public void Dispose() => _line.Dispose();

    [Fact]
    public void A_paper_is_answered_with_others_and_why()
    {
        var result = _line.Run("related", ".", "--to", "march.digest:7", "--format", "json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        var papers = json.RootElement.GetProperty("papers").EnumerateArray().ToList();
        var first = papers[0];
        Assert.Equal("Moss on Northern Walls", first.GetProperty("title").GetString());
        Assert.Equal(("april.digest", 7), (first.GetProperty("file").GetString(), first.GetProperty("line").GetInt32()));
        Assert.Contains("moss", first.GetProperty("because").EnumerateArray().Select(word => word.GetString()));
        Assert.InRange(first.GetProperty("score").GetDouble(), 0.01, 0.99);
        Assert.DoesNotContain(papers, paper => paper.GetProperty("title").GetString() == "Counting Moss from the Air");
    }

    [Fact]
    public void Any_line_of_a_paper_names_it() =>
        Assert.Equal(
            _line.Run("related", ".", "--to", "march.digest:7").Output,
            _line.Run("related", ".", "--to", "march.digest:9").Output
        );

    [Fact]
    public void A_title_is_answered_too_and_no_more_papers_than_asked_for()
    {
        var result = _line.Run("related", ".", "--title", "walls of moss", "--top", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Moss on Northern Walls", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to march.digest", "--to march.digest names no place; write FILE:LINE, with lines counted from 1")]
    [InlineData("--to march.digest:1", "march.digest has no paper at line 1, the first stands further down")]
    [InlineData("--to march.digest:999", "march.digest has no line 999")]
    [InlineData("--to nobody.digest:1", "nobody.digest")]
    [InlineData("", "Say what papers should be related to")]
    [InlineData("--title moss --top 0", "--top is a number of papers, 1 or more")]
    public void Wrong_use_is_told(string arguments, string message)
    {
        var result = _line.Run(["related", ".", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
