using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestLsp.Workspaces;

/// <summary>
/// Writes the files below <c>.digestlsp</c>: sorted and one entry a line, so that two people's additions merge and a difference shows
/// what was added. The same entries make the same text on every machine.
/// </summary>
public static class SuppressionWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a baseline's file.</summary>
    public static string Write(Baseline baseline) => Write(baseline.Extra, ("findings", baseline.Findings.Select(Line)));

    /// <summary>The text of a file of marks.</summary>
    public static string Write(DistinctMarks marks) =>
        Write(marks.Extra, ("different", marks.Different.Select(Line)), ("intended", marks.Intended.Select(Line)));

    private static string Write(JsonExtras extra, params (string Name, IEnumerable<string> Lines)[] lists)
    {
        var text = new StringBuilder("{\n");
        text.Append("  \"version\": ").Append(SuppressionFile.Version);
        foreach (var (name, lines) in lists)
        {
            text.Append(",\n  \"").Append(name).Append("\": [");
            // The lines begin with what they are sorted by.
            var sorted = lines.Distinct().Order(StringComparer.Ordinal).Select(line => "\n    " + line);
            text.AppendJoin(',', sorted).Append(text[^1] == '[' ? "]" : "\n  ]");
        }
        var members = Object(extra.WriteTo);
        return text.Append(members == "{}" ? "" : $",\n  {members[1..^1]}").Append("\n}\n").ToString();
    }

    private static string Line(AcceptedFinding finding) =>
        Object(json =>
        {
            json.WriteString("rule", finding.Rule);
            if (finding.File is { } file)
            {
                json.WriteString("file", file);
            }
            if (finding.Paper is { } paper)
            {
                WritePaper(json, "paper", paper);
            }
            json.WriteString("text", finding.Text);
            if (finding.Ordinal > 0)
            {
                json.WriteNumber("ordinal", finding.Ordinal);
            }
            finding.Extra.WriteTo(json);
        });

    private static string Line(DifferentPair pair) =>
        Object(json =>
        {
            WritePaper(json, "a", pair.A);
            WritePaper(json, "b", pair.B);
            pair.Extra.WriteTo(json);
        });

    private static string Line(IntendedPaper intended) =>
        Object(json =>
        {
            WritePaper(json, "paper", intended.Paper);
            if (intended.In is { } file)
            {
                json.WriteString("in", file);
            }
            intended.Extra.WriteTo(json);
        });

    /// <summary>The order of the two papers of a pair, whichever was marked first.</summary>
    internal static DifferentPair Sorted(DifferentPair pair) =>
        string.CompareOrdinal(Object(json => WritePaper(json, "p", pair.A)), Object(json => WritePaper(json, "p", pair.B))) <= 0
            ? pair
            : pair with
            {
                A = pair.B,
                B = pair.A,
            };

    private static void WritePaper(Utf8JsonWriter json, string name, PaperMark paper)
    {
        json.WriteStartObject(name);
        json.WriteString("title", paper.Title);
        if (paper.TitleKey != PaperMark.KeyOf(paper.Title))
        {
            // Of a very long title only the beginning is at hand.
            json.WriteString("key", paper.TitleKey.ToString());
        }
        if (paper.Identifiers.Arxiv is { } arxiv)
        {
            json.WriteString("arxiv", arxiv);
        }
        if (paper.Identifiers.Doi is { } doi)
        {
            json.WriteString("doi", doi);
        }
        if (!paper.Sketch.IsEmpty)
        {
            json.WriteString("sketch", paper.Sketch.ToString());
        }
        paper.Extra.WriteTo(json);
        json.WriteEndObject();
    }

    private static string Object(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
