using System.Text;
using System.Text.Json;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Prints terms by name.</summary>
/// <param name="terms">All terms.</param>
/// <param name="onlyAmbiguous">Whether only acronyms that stand for several things are printed.</param>
internal sealed class TermsReport(TermIndex terms, bool onlyAmbiguous)
{
    /// <summary>
    /// One object: <c>{"terms":[{"name","definition":{"file","line"},"expansions":[{"text","file","line"}],"mentions"}]}</c>.
    /// </summary>
    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartObject();
        json.WriteStartArray("terms");
        foreach (var (term, mentions) in ByName())
        {
            json.WriteStartObject();
            json.WriteString("name", term.Name);
            json.WriteStartObject("definition");
            WritePlace(json, term.Definition);
            json.WriteEndObject();
            json.WriteStartArray("expansions");
            foreach (var expansion in term.Expansions)
            {
                json.WriteStartObject();
                json.WriteString("text", expansion.Text);
                WritePlace(json, expansion.Place);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("mentions", mentions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>A line for each place that introduces a term: name, mentions, place, and what it stands for.</summary>
    public void WriteText(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var (term, mentions) in ByName())
        {
            writer.WriteLine($"{term.Name} ({mentions} {(mentions == 1 ? "mention" : "mentions")})");
            if (term.Expansions.IsEmpty)
            {
                writer.WriteLine($"    {FileOf(term.Definition)}:{LineOf(term.Definition)}: introduced by the title");
            }
            foreach (var expansion in term.Expansions)
            {
                writer.WriteLine($"    {FileOf(expansion.Place)}:{LineOf(expansion.Place)}: {expansion.Text}");
            }
        }
    }

    private IEnumerable<(Term Term, int Mentions)> ByName()
    {
        var mentions = terms.CountMentions();
        return terms
            .Names.OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(name => name, StringComparer.Ordinal)
            .Select(name => (Term: terms.Find(name)!, mentions[name]))
            .Where(found => !onlyAmbiguous || found.Term.IsAmbiguous);
    }

    private static void WritePlace(Utf8JsonWriter json, TermPlace place)
    {
        json.WriteString("file", FileOf(place));
        json.WriteNumber("line", LineOf(place));
    }

    private static string FileOf(TermPlace place) => DisplayPath.Of(place.Paper.Document.Path);

    private static int LineOf(TermPlace place) => place.Paper.Document.GetLinePositionSpan(place.Span).Start.Line + 1;
}
