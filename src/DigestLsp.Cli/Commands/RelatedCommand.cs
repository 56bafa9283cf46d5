using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DigestLsp.Features;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp related PATH… --to FILE:LINE | --title TEXT</c>: prints the papers that are most like one.</summary>
internal static class RelatedCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths();

    private static readonly Option<string?> To = new("--to")
    {
        Description = "FILE:LINE of a paper; the line may be any of its lines. The file is read too if no path names it.",
    };

    private static readonly Option<string?> Title = new("--title") { Description = "A title, or any words, instead of a paper." };

    private static readonly Option<int> Top = new("--top") { Description = "How many papers to print.", DefaultValueFactory = _ => 10 };

    private static readonly Option<string> Format = CommonOptions.Choice("--format", "How papers are printed.", "text", "json");

    private static readonly Option<FileInfo?> Config = CommonOptions.Config();

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        Top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--top is a number of papers, 1 or more.");
            }
        });
        var command = new Command("related", "Prints the papers that are most like a paper or a title, and why.")
        {
            Paths,
            To,
            Title,
            Top,
            Format,
            Config,
            CommonOptions.NoIgnore,
            OutputFile,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(To) is null == result.GetResult(Title) is null)
            {
                result.AddError("Say what papers should be related to: either --to FILE:LINE or --title TEXT.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var to = parsed.GetValue(To) is { } place ? FileAndLine(place) : default((string File, int Line)?);
        string[] paths = [.. parsed.GetRequiredValue(Paths), .. to is { } named ? [named.File] : Array.Empty<string>()];
        var top = parsed.GetValue(Top);
        return Task.FromResult(
            CommonOptions.Report(
                [.. paths.Distinct()],
                CommonOptions.ConfigurationOf(parsed, Config),
                parsed.GetValue(OutputFile),
                (snapshot, output) =>
                {
                    var related = to is { } at
                        ? RelatedPapers.Of(snapshot, PaperAt(snapshot, at.File, at.Line), top, cancellation)
                        : RelatedPapers.Of(snapshot, parsed.GetValue(Title)!, top, cancellation);
                    if (parsed.GetValue(Format) == "json")
                    {
                        WriteJson(related, output);
                    }
                    else
                    {
                        WriteText(related, output);
                    }
                },
                cancellation
            )
        );
    }

    private static (string File, int Line) FileAndLine(string place)
    {
        var colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? (place[..colon], line)
            : throw new UnusableInputException($"--to {place} names no place; write FILE:LINE, with lines counted from 1");
    }

    private static PaperPlace PaperAt(Snapshot snapshot, string file, int line)
    {
        var path = file == CheckedInput.StandardInput ? file : RealPath.Of(Path.GetFullPath(file));
        var document = snapshot.GetDocument(path) ?? throw new UnusableInputException($"{file} cannot be read, or is not read as a digest");
        var text = document.GetTree()?.Text ?? throw new UnusableInputException($"{file} has changed while it was read");
        if (line > text.LineCount)
        {
            throw new UnusableInputException($"{file} has no line {line}, only {text.LineCount}");
        }
        var paper = document.PaperAt(text.GetLineSpan(line - 1).End);
        return paper >= 0
            ? new(document, paper)
            : throw new UnusableInputException($"{file} has no paper at line {line}, the first stands further down");
    }

    private static void WriteText(IEnumerable<RelatedPaper> related, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true);
        foreach (var paper in related)
        {
            var place = paper.Places[0];
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{paper.Score:F2}  {PlaceText.TitleOf(place)}\n"));
            writer.Write($"      {PlaceText.FileOf(place)}:{PlaceText.LineOf(place)}: {string.Join(", ", paper.Because)}\n");
        }
    }

    private static void WriteJson(IEnumerable<RelatedPaper> related, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("papers");
            foreach (var paper in related)
            {
                var place = paper.Places[0];
                json.WriteStartObject();
                PlaceText.Write(json, place);
                json.WriteNumber("score", Math.Round(paper.Score, 4));
                json.WriteStartArray("because");
                foreach (var word in paper.Because)
                {
                    json.WriteStringValue(word);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
