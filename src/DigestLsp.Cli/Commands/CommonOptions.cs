using System.CommandLine;
using System.CommandLine.Parsing;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>What commands that read digests have in common: paths, rules, and how they print.</summary>
internal static class CommonOptions
{
    /// <summary>The digests to read.</summary>
    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("path")
        {
            Description =
                "Files, folders, or - for standard input. Of folders, only digests are read; a file that is named is read whatever its name.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(token => token.Value))
            {
                if (path.Length > 1 && path[0] == '-')
                {
                    result.AddError($"There is no option {path}. A file of this name is written ./{path}.");
                }
            }
        });
        return paths;
    }

    /// <summary>Standard input and files cannot both be changed: one is printed, the others are written.</summary>
    public static void LetStandardInputStandAlone(Argument<string[]> paths) =>
        paths.Validators.Add(result =>
        {
            var given = result.Tokens.Select(token => token.Value).ToList();
            if (given.Contains(CheckedInput.StandardInput) && given.Count > 1)
            {
                result.AddError("Standard input is taken by itself: give - alone, or files and folders.");
            }
        });

    /// <summary>Rules by id, in any case.</summary>
    public static Option<string[]> Rules(string description)
    {
        var rules = new Option<string[]>("--rule") { Description = description, AllowMultipleArgumentsPerToken = true };
        rules.Validators.Add(result =>
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
        return rules;
    }

    /// <summary>The ids that were given, null for none.</summary>
    public static IReadOnlySet<string>? RulesOf(ParseResult parsed, Option<string[]> rules) =>
        parsed.GetValue(rules) is { Length: > 0 } ids ? ids.ToHashSet(StringComparer.OrdinalIgnoreCase) : null;

    public static Option<FileInfo?> Config() =>
        new("--config") { Description = "An .editorconfig file to use instead of those above each digest." };

    /// <summary>Shared by all commands that search folders.</summary>
    public static Option<bool> NoIgnore { get; } =
        new("--no-ignore") { Description = "Of folders, also reads what .gitignore and .ignore files leave out." };

    /// <summary>The ignore files that count.</summary>
    public static IgnoreFiles IgnoredOf(ParseResult parsed) => parsed.GetValue(NoIgnore) ? IgnoreFiles.None : new();

    /// <summary>The configuration that applies.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="config">Its option.</param>
    /// <param name="suppressions">What is accepted and marked; null for what is found above the digests.</param>
    public static EditorConfiguration ConfigurationOf(
        ParseResult parsed,
        Option<FileInfo?> config,
        SuppressionFiles? suppressions = null
    ) =>
        parsed.GetValue(config) switch
        {
            null => new() { Suppressions = suppressions ?? new(), Ignored = IgnoredOf(parsed) },
            { Exists: true } file => new(file.FullName) { Suppressions = suppressions ?? new(), Ignored = IgnoredOf(parsed) },
            { } file => throw new UnusableInputException($"there is no configuration file {file.FullName}"),
        };

    public static Option<string?> OutputFile() =>
        new("--output") { Description = "A file to print to. It is written whole or not at all." };

    public static Option<string> Color() => Choice("--color", "Whether text is coloured.", "auto", "always", "never");

    public static bool UseColor(ParseResult parsed, Option<string> color, Option<string?> outputFile) =>
        parsed.GetValue(color) switch
        {
            "always" => true,
            "never" => false,
            _ => parsed.GetValue(outputFile) is null
                && !Console.IsOutputRedirected
                && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
        };

    /// <summary>Reads a severity, in any case.</summary>
    public static RuleSeverity SeverityOf(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        var known = Enum.GetValues<RuleSeverity>().Select(severity => $"{severity}".ToLowerInvariant()).ToList();
        var index = known.IndexOf(name.ToLowerInvariant());
        if (index < 0)
        {
            result.AddError($"There is no severity {name}. The severities are {string.Join(", ", known)}.");
        }
        return (RuleSeverity)Math.Max(index, 0);
    }

    /// <summary>An option with some values, of which the first is the default.</summary>
    public static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <summary>Loads digests, names those that cannot be read, and prints what somebody wants to know of the others.</summary>
    /// <param name="paths">What to load.</param>
    /// <param name="configuration">The configuration that applies.</param>
    /// <param name="outputFile">A file to print to, null for standard output.</param>
    /// <param name="print">Prints.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The exit code.</returns>
    public static int Report(
        string[] paths,
        EditorConfiguration configuration,
        string? outputFile,
        Action<Snapshot, Stream> print,
        CancellationToken cancellation
    )
    {
        var (snapshot, problems) = CheckedInput.Load(paths, configuration, cancellation);
        foreach (var problem in problems)
        {
            Complain(problem.Path, problem.Message);
        }
        OutputTarget.Write(outputFile, output => print(snapshot, output));
        return problems.Count > 0 ? ExitCode.Unusable : ExitCode.Clean;
    }

    /// <summary>Names files that could not be taken in or written.</summary>
    public static void Complain(string path, string message) => Console.Error.WriteLine($"digestlsp: {DisplayPath.Of(path)}: {message}");
}
