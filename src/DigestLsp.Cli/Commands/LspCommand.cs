using System.CommandLine;
using DigestLsp.LanguageServer;
using Microsoft.Extensions.Logging;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp lsp</c>: the language server on standard input and output.</summary>
internal static class LspCommand
{
    private static readonly Option<LogLevel> Level = new("--log-level")
    {
        Description = "The least that is logged.",
        DefaultValueFactory = _ => LogLevel.Information,
    };

    private static readonly Option<string?> LogFile = new("--log-file")
    {
        Description = "Where to log; standard error if it is not given.",
    };

    private static readonly Option<int?> ClientProcessId = new("--clientProcessId")
    {
        Description = "The process whose end ends the server.",
    };

    private static readonly Option<bool> NoCache = new("--no-cache")
    {
        Description = "Reads all digests at every start, and keeps nothing.",
    };

    private static readonly Option<bool> Stdio = new("--stdio") { Hidden = true };

    public static Command Create()
    {
        var command = new Command("lsp", "Runs the language server.")
        {
            Level,
            LogFile,
            ClientProcessId,
            CacheCommand.Folder,
            NoCache,
            Stdio,
        };
        command.SetAction(
            (parsed, cancellation) =>
                ServerHost.RunAsync(
                    Console.OpenStandardInput(),
                    Console.OpenStandardOutput(),
                    new()
                    {
                        LogLevel = parsed.GetValue(Level),
                        LogFile = parsed.GetValue(LogFile),
                        Cache = parsed.GetValue(NoCache) ? null : CacheCommand.FolderOf(parsed),
                        ClientProcessId = parsed.GetValue(ClientProcessId),
                    },
                    cancellation
                )
        );
        return command;
    }
}
