using System.CommandLine;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp check PATH…</c>: prints the findings on digests.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths();

    private static readonly Option<string> Format = CommonOptions.Choice(
        "--format",
        "How findings are printed.",
        "text",
        "json",
        "sarif",
        "github"
    );

    private static readonly Option<RuleSeverity> FailOn = new("--fail-on")
    {
        Description = "The least severity for which the exit code is 1: none, silent, suggestion, warning or error; none for never.",
        DefaultValueFactory = _ => RuleSeverity.Warning,
        CustomParser = CommonOptions.SeverityOf,
        HelpName = "severity",
    };

    private static readonly Option<RuleSeverity> Severity = new("--severity")
    {
        Description = "The least severity that is printed: silent, suggestion, warning or error.",
        DefaultValueFactory = _ => RuleSeverity.Suggestion,
        CustomParser = CommonOptions.SeverityOf,
        HelpName = "severity",
    };

    private static readonly Option<string[]> Rules = CommonOptions.Rules("Only these rules, by id.");

    private static readonly Option<FileInfo?> Config = CommonOptions.Config();

    private static readonly Option<FileInfo?> BaselineFile = new("--baseline")
    {
        Description =
            "A file of accepted findings to use instead of .digestlsp/baseline.json, which is looked for at and above each digest.",
    };

    private static readonly Option<bool> UpdateBaseline = new("--update-baseline")
    {
        Description = "Accepts all findings that would be printed: writes them to the baseline, and takes out of it what is found no more.",
    };

    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    private static readonly Option<string> Verbosity = CommonOptions.Choice(
        "--verbosity",
        "quiet prints findings alone, normal also their related places and a summary, detailed also how long it took.",
        "normal",
        "quiet",
        "detailed"
    );

    private static readonly Option<string> Color = CommonOptions.Color();

    public static Command Create()
    {
        var command = new Command("check", "Prints duplicate papers and broken abstracts in digests.")
        {
            Paths,
            Format,
            FailOn,
            Severity,
            Rules,
            Config,
            CommonOptions.NoIgnore,
            BaselineFile,
            UpdateBaseline,
            OutputFile,
            Verbosity,
            Color,
        };
        command.SetAction(Run);
        return command;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var (snapshot, problems) = CheckedInput.Load(parsed.GetRequiredValue(Paths), ConfigurationOf(parsed), cancellation);
        foreach (var problem in problems)
        {
            CommonOptions.Complain(problem.Path, problem.Message);
        }
        var rules = CommonOptions.RulesOf(parsed, Rules);
        var least = parsed.GetValue(Severity);
        var format = parsed.GetValue(Format)!;
        if (parsed.GetValue(UpdateBaseline))
        {
            BaselineUpdate.Run(snapshot, problems.Count == 0, IsWanted, rules, parsed.GetValue(BaselineFile)?.FullName, cancellation);
            snapshot = snapshot.WithConfiguration(ConfigurationOf(parsed));
        }
        var results = CheckResults.Of(snapshot, IsWanted, identify: format == "sarif", cancellation);
        OutputTarget.Write(
            parsed.GetValue(OutputFile),
            output =>
            {
                switch (format)
                {
                    case "json":
                        JsonReport.Write(results, new Fixability(snapshot), output);
                        break;
                    case "sarif":
                        SarifReport.Write(results, output);
                        break;
                    case "github":
                        GitHubReport.Write(results, output);
                        break;
                    default:
                        var verbosity = parsed.GetValue(Verbosity)!;
                        TextReport.Write(
                            results,
                            output,
                            CommonOptions.UseColor(parsed, Color, OutputFile),
                            verbosity,
                            verbosity == "detailed" ? TimeProvider.System.GetElapsedTime(started) : null
                        );
                        break;
                }
            }
        );
        var failOn = parsed.GetValue(FailOn);
        return Task.FromResult(
            problems.Count > 0 ? ExitCode.Unusable
            : failOn != RuleSeverity.None && results.Diagnostics.Any(found => found.Diagnostic.Severity >= failOn) ? ExitCode.Findings
            : ExitCode.Clean
        );

        bool IsWanted(Diagnostic diagnostic) => diagnostic.Severity >= least && rules?.Contains(diagnostic.Descriptor.Id) != false;
    }

    private static EditorConfiguration ConfigurationOf(ParseResult parsed)
    {
        var suppressions = parsed.GetValue(BaselineFile) switch
        {
            null => new SuppressionFiles(),
            { Exists: false } file when !parsed.GetValue(UpdateBaseline) => throw new UnusableInputException(
                $"there is no baseline {file.FullName}; --update-baseline writes one"
            ),
            { } file => new SuppressionFiles(file.FullName),
        };
        return CommonOptions.ConfigurationOf(parsed, Config, suppressions);
    }
}
