using System.CommandLine;
using System.Globalization;
using System.Text;
using DigestLsp.Similarity;

namespace DigestLsp.Cli;

/// <summary>
/// <c>digestlsp pairs FILE</c>: says of given pairs of papers whether they are the same, so that the decision can be measured on
/// labelled data.
/// </summary>
internal static class PairsCommand
{
    private static readonly string[] Columns = ["title_a", "abstract_a", "title_b", "abstract_b"];

    private static readonly Argument<string> FilePath = new("file")
    {
        Description = "Tab-separated values with a header that names title_a, abstract_a, title_b and abstract_b, or - for standard input.",
    };

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        var command = new Command("pairs", "Prints pairs of papers with what the one is to the other, and how much they are alike.")
        {
            FilePath,
            OutputFile,
        };
        command.SetAction(parsed =>
        {
            OutputTarget.Write(parsed.GetValue(OutputFile), output => Print(parsed.GetRequiredValue(FilePath), output));
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Print(string path, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true);
        int[]? columns = null;
        var width = 0;
        foreach (var (line, values) in TabSeparatedFile.Read(path))
        {
            if (columns is null)
            {
                columns = FindColumns(path, values);
                width = values.Length;
                writer.Write($"{string.Join('\t', values)}\tkind\tscore\n");
                continue;
            }
            if (values.Length != width)
            {
                throw new UnusableInputException($"{path}:{line}: {values.Length} values stand under {width} columns");
            }
            var match = DuplicateDecision.Compare(
                FactsOf(values[columns[0]], values[columns[1]]),
                FactsOf(values[columns[2]], values[columns[3]])
            );
            var score = match.Score.ToString("0.####", CultureInfo.InvariantCulture);
            writer.Write($"{string.Join('\t', values)}\t{DuplicatesCommand.NameOf(match.Kind)}\t{score}\n");
        }
        if (columns is null)
        {
            throw new UnusableInputException($"{path} is empty; its first line names the columns");
        }
    }

    private static int[] FindColumns(string path, string[] header)
    {
        int[] columns = [.. Columns.Select(name => Array.IndexOf(header, name))];
        var missing = Columns.Where((_, i) => columns[i] < 0).ToList();
        return missing.Count == 0
            ? columns
            : throw new UnusableInputException($"{path}:1: the header names no column {string.Join(", ", missing)}");
    }

    private static PaperFacts FactsOf(string title, string summary) =>
        PaperFacts.Compute(Encoding.UTF8.GetBytes(title), Encoding.UTF8.GetBytes(summary));
}
