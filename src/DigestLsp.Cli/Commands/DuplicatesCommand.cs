using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DigestLsp.Features;
using DigestLsp.Similarity;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp duplicates PATH…</c>: prints papers that stand in several places, group by group.</summary>
internal static class DuplicatesCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths();

    private static readonly Option<string> Format = CommonOptions.Choice("--format", "How groups are printed.", "text", "json");

    private static readonly Option<FileInfo?> Config = CommonOptions.Config();

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        var command = new Command("duplicates", "Prints the papers that stand in several places, and which copy to keep.")
        {
            Paths,
            Format,
            Config,
            CommonOptions.NoIgnore,
            OutputFile,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    CommonOptions.Report(
                        parsed.GetRequiredValue(Paths),
                        CommonOptions.ConfigurationOf(parsed, Config),
                        parsed.GetValue(OutputFile),
                        (snapshot, output) =>
                        {
                            var groups = DuplicateGroups.Of(snapshot, cancellation);
                            if (parsed.GetValue(Format) == "json")
                            {
                                WriteJson(groups, output);
                            }
                            else
                            {
                                WriteText(groups, output);
                            }
                        },
                        cancellation
                    )
                )
        );
        return command;
    }

    /// <summary>The name of a kind in what is printed.</summary>
    public static string NameOf(DuplicateKind kind) =>
        kind switch
        {
            DuplicateKind.Exact => "exact",
            DuplicateKind.Near => "near",
            DuplicateKind.Retitled => "retitled",
            DuplicateKind.Revised => "revised",
            _ => "none",
        };

    private static void WriteText(IReadOnlyCollection<DuplicateGroup> groups, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true);
        foreach (var group in groups)
        {
            var score = group.Kind == DuplicateKind.Exact ? "" : string.Create(CultureInfo.InvariantCulture, $" {group.Score:P0}");
            writer.Write($"{PlaceText.TitleOf(group.Places[0])} ({NameOf(group.Kind)}{score})\n");
            for (var i = 0; i < group.Places.Length; i++)
            {
                var place = group.Places[i];
                var keep = i == group.Best ? $": the one to keep, {group.Reason}" : "";
                writer.Write($"    {PlaceText.FileOf(place)}:{PlaceText.LineOf(place)}{keep}\n");
            }
        }
        var copies = groups.Sum(group => group.Places.Length - 1);
        writer.Write(
            groups.Count == 0
                ? "no paper stands twice\n"
                : $"\n{groups.Count} {(groups.Count == 1 ? "paper stands" : "papers stand")} in several places, {copies} {(copies == 1 ? "copy" : "copies")} too many\n"
        );
    }

    private static void WriteJson(IEnumerable<DuplicateGroup> groups, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("groups");
            foreach (var group in groups)
            {
                json.WriteStartObject();
                json.WriteString("kind", NameOf(group.Kind));
                json.WriteNumber("score", Math.Round(group.Score, 4));
                json.WriteStartArray("papers");
                foreach (var place in group.Places)
                {
                    json.WriteStartObject();
                    PlaceText.Write(json, place);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteNumber("best", group.Best);
                json.WriteString("reason", group.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
