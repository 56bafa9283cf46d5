using System.CommandLine;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp check PATH…</c>: prints the findings on digests.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description =
            "Files, folders, or - for standard input. Of folders, only digests are read; a file that is named is read whatever its name.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Format = Choice("--format", "How findings are printed.", "text", "json");

    private static readonly Option<RuleSeverity> FailOn = new("--fail-on")
    {
        Description = "The least severity for which the exit code is 1: none, silent, suggestion, warning or error; none for never.",
        DefaultValueFactory = _ => RuleSeverity.Warning,
    };

    private static readonly Option<RuleSeverity> Severity = new("--severity")
    {
        Description = "The least severity that is printed: silent, suggestion, warning or error.",
        DefaultValueFactory = _ => RuleSeverity.Suggestion,
    };

    private static readonly Option<string[]> Rules = new("--rule")
    {
        Description = "Only these rules, by id.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<FileInfo?> Config = new("--config")
    {
        Description = "An .editorconfig file to use instead of those above each digest.",
    };

    private static readonly Option<string?> OutputFile = new("--output")
    {
        Description = "A file to print to. It is written whole or not at all.",
    };

    private static readonly Option<string> Verbosity = Choice(
        "--verbosity",
        "quiet prints findings alone, normal also their related places and a summary, detailed also how long it took.",
        "normal",
        "quiet",
        "detailed"
    );

    private static readonly Option<string> Color = Choice("--color", "Whether text is coloured.", "auto", "always", "never");

    public static Command Create()
    {
        Paths.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(token => token.Value))
            {
                if (path.Length > 1 && path[0] == '-')
                {
                    result.AddError($"There is no option {path}. A file of this name is written ./{path}.");
                }
            }
        });
        Rules.Validators.Add(result =>
        {
            foreach (var id in result.Tokens.Select(token => token.Value))
            {
                if (!RuleCatalog.Descriptors.Any(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase)))
                {
                    var known = string.Join(", ", RuleCatalog.Descriptors.Select(rule => rule.Id));
                    result.AddError($"There is no rule {id}. The rules are {known}. Paths stand before --rule.");
                }
            }
        });
        var command = new Command("check", "Prints duplicate papers and broken abstracts in digests.")
        {
            Paths,
            Format,
            FailOn,
            Severity,
            Rules,
            Config,
            OutputFile,
            Verbosity,
            Color,
        };
        command.SetAction(Run);
        return command;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var (snapshot, problems) = CheckedInput.Load(parsed.GetRequiredValue(Paths), ConfigurationOf(parsed), cancellation);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"digestlsp: {DisplayPath.Of(problem.Path)}: {problem.Message}");
        }
        var rules = parsed.GetValue(Rules) is { Length: > 0 } ids ? ids.ToHashSet(StringComparer.OrdinalIgnoreCase) : null;
        var least = parsed.GetValue(Severity);
        var results = CheckResults.Of(
            snapshot,
            diagnostic => diagnostic.Severity >= least && rules?.Contains(diagnostic.Descriptor.Id) != false,
            cancellation
        );
        OutputTarget.Write(
            parsed.GetValue(OutputFile),
            output =>
            {
                if (parsed.GetValue(Format) == "json")
                {
                    JsonReport.Write(results, output);
                }
                else
                {
                    var verbosity = parsed.GetValue(Verbosity)!;
                    TextReport.Write(
                        results,
                        output,
                        UseColor(parsed),
                        verbosity,
                        verbosity == "detailed" ? TimeProvider.System.GetElapsedTime(started) : null
                    );
                }
            }
        );
        var failOn = parsed.GetValue(FailOn);
        return Task.FromResult(
            problems.Count > 0 ? ExitCode.Unusable
            : failOn != RuleSeverity.None && results.Diagnostics.Any(found => found.Diagnostic.Severity >= failOn) ? ExitCode.Findings
            : ExitCode.Clean
        );
    }

    private static EditorConfiguration ConfigurationOf(ParseResult parsed) =>
        parsed.GetValue(Config) switch
        {
            null => new(),
            { Exists: true } file => new(file.FullName),
            { } file => throw new UnusableInputException($"there is no configuration file {file.FullName}"),
        };

    private static bool UseColor(ParseResult parsed) =>
        parsed.GetValue(Color) switch
        {
            "always" => true,
            "never" => false,
            _ => parsed.GetValue(OutputFile) is null
                && !Console.IsOutputRedirected
                && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
        };
}
