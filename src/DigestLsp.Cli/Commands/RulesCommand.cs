using System.CommandLine;
using System.Text;
using System.Text.Json;
using DigestLsp.Analyzers;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp rules</c>: lists the rules.</summary>
internal static class RulesCommand
{
    private static readonly Option<string> Format = CommonOptions.Choice("--format", "text for people, json for programs.", "text", "json");

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        var command = new Command("rules", "Lists the rules: ids, default severities, whether there is a fix, and their pages.")
        {
            Format,
            OutputFile,
        };
        command.SetAction(parsed =>
        {
            OutputTarget.Write(parsed.GetValue(OutputFile), parsed.GetValue(Format) == "json" ? WriteJson : WriteText);
            return ExitCode.Clean;
        });
        return command;
    }

    private static void WriteText(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var width = RuleCatalog.Descriptors.Max(rule => rule.Title.Length);
        foreach (var rule in RuleCatalog.Descriptors)
        {
            var fix = RuleCatalog.HasFix(rule) ? "fix" : string.Empty;
            writer.WriteLine(
                $"{rule.Id}  {JsonReport.NameOf(rule.DefaultSeverity), -10}  {fix, -3}  {rule.Title.PadRight(width)}  {rule.DocumentationUri}"
            );
        }
    }

    private static void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.Descriptors)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("title", rule.Title);
            json.WriteString("severity", JsonReport.NameOf(rule.DefaultSeverity));
            json.WriteBoolean("fixable", RuleCatalog.HasFix(rule));
            json.WriteString("documentation", rule.DocumentationUri.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
