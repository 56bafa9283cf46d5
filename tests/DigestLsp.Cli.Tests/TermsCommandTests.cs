using System.Text;
using System.Text.Json;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp terms</c> and <c>digestlsp abbreviations</c>, run as a user runs them.</summary>
public sealed class TermsCommandTests : IDisposable
{
    private const string Digest =
        "Mar 11\n\nTideNet: Gauges That Talk\n\n"
        + "Gauges on one coast seldom talk to each other. A tide gauge network (TGN) lets them. TGNs need little power, and TideNet needs less. "
        + "We measured it for a year at forty gauges, and the forecast is better by a third than that of the printed table.\n";

    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Json_lists_terms_with_their_places()
    {
        _line.Write("a.digest", Digest);
        var result = _line.Run("terms", ".", "--format", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var expected = """
            {"terms":[
              {"name":"TGN","definition":{"file":"a.digest","line":5},"expansions":[{"text":"tide gauge network","file":"a.digest","line":5}],"mentions":2},
              {"name":"TideNet","definition":{"file":"a.digest","line":3},"expansions":[],"mentions":2}]}
            """;
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(result.Output)));
    }

    [Fact]
    public void Text_shows_where_a_term_is_introduced()
    {
        var result = _line.Run(Encoding.UTF8.GetBytes(Digest), "terms", "-");
        Assert.Equal(
            "TGN (2 mentions)\n    -:5: tide gauge network\nTideNet (2 mentions)\n    -:3: introduced by the title\n",
            result.Output
        );
    }

    [Fact]
    public void Acronyms_with_several_meanings_are_told_across_files()
    {
        const string Filler =
            "We measured it for a year at forty gauges, and the forecast is better by a third than that of the printed table.";
        _line.Write("a.digest", Digest);
        _line.Write(
            "b.digest",
            $"Mar 12\n\nNoises at a Quay\n\nThe true ground noise (TGN) of a quay is loud where salt marsh birds (SMB) rest. {Filler}\n"
        );
        _line.Write("c.digest", $"Mar 13\n\nBirds of the Marsh\n\nSalt-marsh birds (SMBs) and Tide Gauge Networks (TGNs) rest. {Filler}\n");

        var result = _line.Run("terms", ".", "--ambiguous");

        Assert.Equal("TGN (4 mentions)\n    a.digest:5: tide gauge network\n    b.digest:5: true ground noise\n", result.Output);
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        _line.Write("a.digest", Digest);
        _line.Write("b.digest", [0xFF]);
        var result = _line.Run("terms", "a.digest", "b.digest", "--output", "terms.txt");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("digestlsp: b.digest: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("tide gauge network", File.ReadAllText(Path.Combine(_line.Folder, "terms.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Abbreviations_of_paragraphs_and_of_lines()
    {
        var text =
            "A tide gauge\nnetwork (TGN) and a tide gauge network (TGN).\n\nSalt marsh birds (SMB)\nBarn owl calls (BOC)\n"u8.ToArray();
        Assert.Equal("TGN\ttide gauge network\nSMB\tSalt marsh birds\nBOC\tBarn owl calls\n", _line.Run(text, "abbreviations", "-").Output);
        Assert.Equal(
            "2\tTGN\ttide gauge network\n4\tSMB\tSalt marsh birds\n5\tBOC\tBarn owl calls\n",
            _line.Run(text, "abbreviations", "-", "--by", "line", "--numbered").Output
        );
    }

    [Fact]
    public void Abbreviations_of_a_missing_file()
    {
        var result = _line.Run("abbreviations", "nothing.txt");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("digestlsp: nothing.txt: ", result.Error, StringComparison.Ordinal);
    }
}
