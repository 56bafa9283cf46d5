using System.CommandLine;
using DigestLsp.Syntax;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp parse FILE</c>: prints a digest's tree, or its papers.</summary>
internal static class ParseCommand
{
    private static readonly Argument<string> FilePath = new("file") { Description = "A file, or - for standard input." };

    private static readonly Option<string> Format = CommonOptions.Choice(
        "--format",
        "tree prints every node and token with its span, json the papers.",
        "tree",
        "json"
    );

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        var command = new Command("parse", "Prints the syntax tree of a digest.") { FilePath, Format, OutputFile };
        command.SetAction(parsed =>
        {
            var tree = Parse(parsed.GetRequiredValue(FilePath));
            OutputTarget.Write(
                parsed.GetValue(OutputFile),
                output =>
                {
                    if (parsed.GetValue(Format) == "json")
                    {
                        PapersReport.Write(tree, output);
                    }
                    else
                    {
                        TreeReport.Write(tree, output);
                    }
                }
            );
            return ExitCode.Clean;
        });
        return command;
    }

    private static SyntaxTree Parse(string path)
    {
        var read = CheckedInput.Read(path);
        return read.Problem is { } problem
            ? throw new UnusableInputException($"{DisplayPath.Of(problem.Path)}: {problem.Message}")
            : SyntaxTree.Parse(read.Text!);
    }
}
