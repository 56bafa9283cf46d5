using System.Text.Json;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp parse</c>, run as a user runs it.</summary>
public sealed class ParseCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Json_lists_papers_with_their_lines_and_date()
    {
        _line.Write(
            "a.digest",
            "Mar 11\n\nCounting Moss from the Air\narxiv: 2603.00001\n\nMoss is a plant. It grows on roofs, slowly, for decades. We count it.\n\nA Title Alone\n"
        );
        var result = _line.Run("parse", "a.digest", "--format", "json");
        Assert.Equal(0, result.ExitCode);
        var expected = """
            {"papers":[
              {"line":3,"title":"Counting Moss from the Air","abstractLine":6,"abstract":"Moss is a plant. It grows on roofs, slowly, for decades. We count it.","date":"Mar 11"},
              {"line":8,"title":"A Title Alone","abstractLine":null,"abstract":null,"date":"Mar 11"}]}
            """;
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(result.Output)));
    }

    [Fact]
    public void Tree_prints_nodes_and_tokens_with_their_spans()
    {
        var result = _line.Run("Mar 11\n\n***\n"u8.ToArray(), "parse", "-");
        Assert.Equal(
            """
            Digest [0..12)
              DateLine [0..8)
                TextLine [0..8) "Mar 11"
              SkippedText [8..12) (SkippedText)
                TextLine [8..12) "***"
              EndOfFile [12..12) ""

            """.ReplaceLineEndings("\n"),
            result.Output
        );
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(Path.Combine(_line.Folder, "digests"));
        var result = _line.Run("parse", "digests");
        Assert.Equal((2, "digestlsp: digests: is a folder, not a file\n"), (result.ExitCode, result.Error));
    }
}
