using System.CommandLine;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp format PATH…</c>: lays digests out, in the files themselves.</summary>
internal static class FormatCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths();

    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Name the files that would change, and change nothing. The exit code is 1 if there are any.",
    };

    private static readonly Option<bool> Diff = new("--diff")
    {
        Description =
            "Print what would change as a patch that git apply takes, and change nothing. The exit code is 1 if there is anything.",
    };

    private static readonly Option<string?> OutputFile = new("--output")
    {
        Description = "A file to print the patch, or the text of standard input, to. It is written whole or not at all.",
    };

    private static readonly Option<string> Verbosity = CommonOptions.Choice(
        "--verbosity",
        "quiet prints problems alone, normal also which files were formatted.",
        "normal",
        "quiet"
    );

    public static Command Create()
    {
        CommonOptions.LetStandardInputStandAlone(Paths);
        var command = new Command("format", "Lays digests out: blank lines, line ends, and no white space at either end of a line.")
        {
            Paths,
            Check,
            Diff,
            OutputFile,
            CommonOptions.NoIgnore,
            Verbosity,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var input = FixedInput.Load(
            parsed.GetRequiredValue(Paths),
            new EditorConfiguration { Ignored = CommonOptions.IgnoredOf(parsed) },
            isAnalyzed: false,
            cancellation
        );
        var isDiff = parsed.GetValue(Diff);
        var isCheck = parsed.GetValue(Check);
        var prints = isDiff || (input.IsStandardInput && !isCheck);
        if (!prints && parsed.GetValue(OutputFile) is not null)
        {
            throw new UnusableInputException("--output is for --diff and for standard input; files are changed where they are");
        }
        var run = FormatRun.Plan(input, cancellation);
        if (prints)
        {
            OutputTarget.Write(parsed.GetValue(OutputFile), isDiff ? run.WritePatch : run.WriteText);
        }
        else if (!isCheck)
        {
            run.Apply(cancellation);
        }
        foreach (var (path, message) in input.Problems.Select(problem => (problem.Path, problem.Message)).Concat(run.Problems))
        {
            CommonOptions.Complain(path, message);
        }
        if (parsed.GetValue(Verbosity) != "quiet")
        {
            // Where standard output takes a patch or a text, nothing else may get in between.
            Report(run, isCheck || isDiff, prints ? Console.Error : Console.Out);
        }
        return input.Problems.Count > 0 || run.Problems.Count > 0 ? ExitCode.Unusable
            : (isCheck || isDiff) && run.Changed.Count > 0 ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static void Report(FormatRun run, bool isDry, TextWriter output)
    {
        foreach (var path in run.Changed)
        {
            output.Write($"{DisplayPath.Of(path)}\n");
        }
        var total = TextReport.Count(run.Files, "file");
        output.Write(
            run.Changed.Count == 0 ? $"{total}: {(run.Problems.Count == 0 ? "nothing to format" : "nothing formatted")}\n"
            : isDry ? $"\n{run.Changed.Count} of {total} would be formatted\n"
            : $"\n{run.Changed.Count} of {total} formatted\n"
        );
    }
}
