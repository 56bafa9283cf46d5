using System.Text.Json;
using DigestLsp.Syntax;

namespace DigestLsp.Cli;

/// <summary>Prints a digest's papers as JSON.</summary>
internal static class PapersReport
{
    public static void Write(SyntaxTree tree, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartObject();
        json.WriteStartArray("papers");
        foreach (var section in tree.Root.Sections())
        {
            foreach (var paper in section.Papers)
            {
                json.WriteStartObject();
                json.WriteNumber("line", LineOf(paper));
                WriteText(json, "title", paper.Title?.Text);
                if (paper.Abstract is { } text)
                {
                    json.WriteNumber("abstractLine", LineOf(text));
                }
                else
                {
                    json.WriteNull("abstractLine");
                }
                WriteText(json, "abstract", paper.Abstract?.Text);
                WriteText(json, "date", section.DateLine?.ToString());
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');

        int LineOf(SyntaxNode node) => tree.Text.GetLinePosition(node.Span.Start).Line + 1;
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }
}
