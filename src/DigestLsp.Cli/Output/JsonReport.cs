using System.Text.Encodings.Web;
using System.Text.Json;
using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Prints the results of a check as one JSON object, version 1 of its form.</summary>
internal static class JsonReport
{
    public static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CheckResults results, Fixability fixability, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteNumber("files", results.Files);
        json.WriteNumber("papers", results.Papers);
        json.WriteStartArray("diagnostics");
        foreach (var (file, document, diagnostic, _) in results.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("rule", diagnostic.Descriptor.Id);
            json.WriteString("severity", NameOf(diagnostic.Severity));
            json.WriteString("file", file);
            WritePosition(json, "start", diagnostic.Range.Start);
            WritePosition(json, "end", diagnostic.Range.End);
            json.WriteString("message", diagnostic.Message);
            json.WriteStartArray("related");
            foreach (var related in diagnostic.Related)
            {
                json.WriteStartObject();
                json.WriteString("file", DisplayPath.Of(related.Path));
                json.WriteNumber("line", related.Range.Start.Line + 1);
                json.WriteNumber("column", related.Range.Start.Character + 1);
                json.WriteString("message", related.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteBoolean("fixable", document is not null && fixability.IsFixable(document, diagnostic));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    public static string NameOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => "error",
            RuleSeverity.Warning => "warning",
            RuleSeverity.Suggestion => "suggestion",
            RuleSeverity.Silent => "silent",
            _ => "none",
        };

    private static void WritePosition(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line + 1);
        json.WriteNumber("column", position.Character + 1);
        json.WriteEndObject();
    }
}
