using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Prints the results of a check in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020).</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>What files are relative to: the folder that the check ran in.</summary>
    private const string BaseId = "SRCROOT";

    public static void Write(CheckResults results, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(BaseId);
        json.WriteString("uri", new Uri(Environment.CurrentDirectory.TrimEnd('/', '\\') + "/").AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var result in results.Diagnostics)
        {
            WriteResult(json, result);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "digestlsp");
        json.WriteString(
            "version",
            typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        );
        json.WriteString("informationUri", "https://github.com/digestlsp/digestlsp");
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.Descriptors)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            json.WriteString("helpUri", rule.DocumentationUri.AbsoluteUri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteBoolean("enabled", rule.DefaultSeverity != RuleSeverity.None);
            json.WriteString("level", LevelOf(rule.DefaultSeverity));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, FileDiagnostic result)
    {
        var diagnostic = result.Diagnostic;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Descriptor.Id);
        json.WriteNumber("ruleIndex", RuleCatalog.Descriptors.IndexOf(diagnostic.Descriptor));
        json.WriteString("level", LevelOf(diagnostic.Severity));
        WriteText(json, "message", diagnostic.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(json, result.File, diagnostic.Range);
        json.WriteEndObject();
        json.WriteEndArray();
        if (!diagnostic.Related.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            for (var i = 0; i < diagnostic.Related.Length; i++)
            {
                var related = diagnostic.Related[i];
                json.WriteStartObject();
                json.WriteNumber("id", i);
                WritePlace(json, DisplayPath.Of(related.Path), related.Range);
                WriteText(json, "message", related.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartObject("partialFingerprints");
        json.WriteString("digestFinding/v1", FingerprintOf(result));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string file, LinePositionSpan range)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        // Of a path that leads out of the folder, or is that of another disk, nothing can be relative to it.
        var isBelow = !Path.IsPathRooted(file) && !file.StartsWith("../", StringComparison.Ordinal);
        json.WriteString("uri", isBelow ? Escaped(file) : new Uri(Path.GetFullPath(file)).AbsoluteUri);
        if (isBelow)
        {
            json.WriteString("uriBaseId", BaseId);
        }
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", range.Start.Line + 1);
        json.WriteNumber("startColumn", range.Start.Character + 1);
        json.WriteNumber("endLine", range.End.Line + 1);
        json.WriteNumber("endColumn", range.End.Character + 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Escaped(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The same for a finding wherever its line moves, so that a report knows it again.</summary>
    private static string FingerprintOf(FileDiagnostic result)
    {
        var parts = result.Identity is { } identity
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{identity.Rule}\n{identity.File}\n{identity.Paper?.TitleKey}\n{identity.Text}\n{identity.Ordinal}"
            )
            : $"{result.Diagnostic.Descriptor.Id}\n{result.File}\n{result.Diagnostic.Message}";
        return Hash128.Of(Encoding.UTF8.GetBytes(parts)).ToString();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => "error",
            RuleSeverity.Warning => "warning",
            RuleSeverity.Suggestion => "note",
            _ => "none",
        };
}
