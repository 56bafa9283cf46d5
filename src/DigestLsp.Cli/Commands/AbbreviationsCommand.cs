using System.CommandLine;
using System.Text;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp abbreviations FILE</c>: prints the short and long forms that any text introduces.</summary>
internal static class AbbreviationsCommand
{
    private static readonly Argument<string> FilePath = new("file") { Description = "A file of plain text, or - for standard input." };

    private static readonly Option<string> By = CommonOptions.Choice(
        "--by",
        "What is read by itself: paragraphs, which blank lines part, or each line.",
        "paragraph",
        "line"
    );

    private static readonly Option<bool> Numbered = new("--numbered")
    {
        Description = "Whether the number of the paragraph or line, from 1, and a tab stand before each pair.",
    };

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        var command = new Command("abbreviations", "Prints the acronyms that a text introduces: short form, tab, long form.")
        {
            FilePath,
            By,
            Numbered,
            OutputFile,
        };
        command.SetAction(parsed =>
        {
            var read = CheckedInput.Read(parsed.GetRequiredValue(FilePath));
            if (read.Problem is { } problem)
            {
                throw new UnusableInputException($"{DisplayPath.Of(problem.Path)}: {problem.Message}");
            }
            var records = parsed.GetValue(By) == "line" ? Lines(read.Text!) : Paragraphs(read.Text!);
            OutputTarget.Write(parsed.GetValue(OutputFile), output => Write(records, parsed.GetValue(Numbered), output));
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(IEnumerable<string> records, bool numbered, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var found = new List<Abbreviation>();
        var number = 0;
        foreach (var record in records)
        {
            number++;
            found.Clear();
            Abbreviations.Find(record, found);
            foreach (var (name, words) in found.Select(pair => (OnOneLine(record, pair.Short), OnOneLine(record, pair.Long))).Distinct())
            {
                writer.WriteLine(numbered ? $"{number}\t{name}\t{words}" : $"{name}\t{words}");
            }
        }
    }

    private static string OnOneLine(string text, TextSpan span) =>
        string.Join(' ', text.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Lines(SourceText text) =>
        Enumerable.Range(0, text.LineCount).Select(line => text.ToString(text.GetLineSpan(line)));

    private static IEnumerable<string> Paragraphs(SourceText text)
    {
        var paragraph = new StringBuilder();
        foreach (var line in Lines(text))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                paragraph.Append(line).Append('\n');
            }
            else if (paragraph.Length > 0)
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
        }
        if (paragraph.Length > 0)
        {
            yield return paragraph.ToString();
        }
    }
}
