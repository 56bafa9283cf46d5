using System.CommandLine;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp terms PATH…</c>: prints acronyms with what they stand for, and the names that titles coin.</summary>
internal static class TermsCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths();
    private static readonly Option<string> Format = CommonOptions.Choice("--format", "How terms are printed.", "text", "json");
    private static readonly Option<bool> Ambiguous = new("--ambiguous")
    {
        Description = "Prints only acronyms that stand for one thing in one place and for another in another.",
    };
    private static readonly Option<FileInfo?> Config = CommonOptions.Config();
    private static readonly Option<string?> OutputFile = CommonOptions.OutputFile();

    public static Command Create()
    {
        var command = new Command("terms", "Prints the acronyms and system names that digests introduce.")
        {
            Paths,
            Format,
            Ambiguous,
            Config,
            CommonOptions.NoIgnore,
            OutputFile,
        };
        command.SetAction(Run);
        return command;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancellation) =>
        Task.FromResult(
            CommonOptions.Report(
                parsed.GetRequiredValue(Paths),
                CommonOptions.ConfigurationOf(parsed, Config),
                parsed.GetValue(OutputFile),
                (snapshot, output) =>
                {
                    var report = new TermsReport(snapshot.Terms, onlyAmbiguous: parsed.GetValue(Ambiguous));
                    if (parsed.GetValue(Format) == "json")
                    {
                        report.WriteJson(output);
                    }
                    else
                    {
                        report.WriteText(output);
                    }
                },
                cancellation
            )
        );
}
