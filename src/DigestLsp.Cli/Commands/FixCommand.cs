using System.CommandLine;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp fix PATH…</c>: mends findings in the files themselves.</summary>
internal static class FixCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths();

    private static readonly Option<string[]> Rules = CommonOptions.Rules(
        "Only these rules, by id, and with the fixes that somebody should look at: DG2001 and DG2002 remove copies."
    );

    private static readonly Option<bool> Diff = new("--diff")
    {
        Description =
            "Print what would change as a patch that git apply takes, and change nothing. The exit code is 1 if there is anything.",
    };

    private static readonly Option<FileInfo?> Config = CommonOptions.Config();

    private static readonly Option<string?> OutputFile = new("--output")
    {
        Description = "A file to print the patch, or the text of standard input, to. It is written whole or not at all.",
    };

    private static readonly Option<string> Verbosity = CommonOptions.Choice(
        "--verbosity",
        "quiet prints problems alone, normal also what was fixed, detailed also how long it took.",
        "normal",
        "quiet",
        "detailed"
    );

    private static readonly Option<string> Color = CommonOptions.Color();

    public static Command Create()
    {
        CommonOptions.LetStandardInputStandAlone(Paths);
        var command = new Command("fix", "Repairs what can be repaired in digests, and removes copies if asked to.")
        {
            Paths,
            Rules,
            Diff,
            Config,
            CommonOptions.NoIgnore,
            OutputFile,
            Verbosity,
            Color,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var paths = parsed.GetRequiredValue(Paths);
        var input = FixedInput.Load(paths, CommonOptions.ConfigurationOf(parsed, Config), isAnalyzed: true, cancellation);
        var rules = CommonOptions.RulesOf(parsed, Rules);
        var isDiff = parsed.GetValue(Diff);
        var prints = isDiff || input.IsStandardInput;
        if (!prints && parsed.GetValue(OutputFile) is not null)
        {
            throw new UnusableInputException("--output is for --diff and for standard input; files are changed where they are");
        }
        var run = prints ? FixRun.InMemory(input, rules, cancellation) : FixRun.InFiles(input, rules, cancellation);
        if (prints)
        {
            OutputTarget.Write(
                parsed.GetValue(OutputFile),
                output =>
                {
                    if (isDiff)
                    {
                        run.WritePatch(input, output);
                    }
                    else
                    {
                        run.WriteText(input, output);
                    }
                }
            );
        }
        foreach (var (path, message) in input.Problems.Select(problem => (problem.Path, problem.Message)).Concat(run.Problems))
        {
            CommonOptions.Complain(path, message);
        }
        var verbosity = parsed.GetValue(Verbosity)!;
        if (verbosity != "quiet")
        {
            FixReport.Write(
                run,
                isDiff,
                // Where standard output takes a patch or a text, nothing else may get in between.
                prints ? Console.Error : Console.Out,
                !prints && CommonOptions.UseColor(parsed, Color, OutputFile),
                verbosity == "detailed" ? TimeProvider.System.GetElapsedTime(started) : null
            );
        }
        return input.Problems.Count > 0 || run.Problems.Count > 0 ? ExitCode.Unusable
            : isDiff && run.Counts.Count > 0 ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
