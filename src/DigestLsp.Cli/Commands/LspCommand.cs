using System.CommandLine;
using DigestLsp.LanguageServer;
using Microsoft.Extensions.Logging;

namespace DigestLsp.Cli;

/// <summary><c>digestlsp lsp</c>: the language server.</summary>
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

    private static readonly Option<string?> Pipe = new("--pipe")
    {
        Description = "The named pipe or local socket at which the client listens, instead of standard input and output.",
        HelpName = "NAME",
    };

    private static readonly Option<int?> Port = new("--port", "--socket")
    {
        Description = "The port of this machine at which the client listens, instead of standard input and output.",
        HelpName = "N",
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
            Pipe,
            Port,
            Stdio,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(Port) is < 1 or > 65535)
            {
                parsed.AddError("A port is a number from 1 to 65535.");
            }
            if (
                new[] { parsed.GetValue(Pipe) is not null, parsed.GetValue(Port) is not null, parsed.GetValue(Stdio) }.Count(given => given)
                > 1
            )
            {
                parsed.AddError("Of --stdio, --pipe and --port only one can be given.");
            }
        });
        command.SetAction(
            (parsed, cancellation) =>
                ServerHost.RunAsync(
                    new()
                    {
                        LogLevel = parsed.GetValue(Level),
                        LogFile = parsed.GetValue(LogFile),
                        Cache = parsed.GetValue(NoCache) ? null : CacheCommand.FolderOf(parsed),
                        ClientProcessId = parsed.GetValue(ClientProcessId),
                        Pipe = parsed.GetValue(Pipe),
                        Port = parsed.GetValue(Port),
                    },
                    cancellation
                )
        );
        return command;
    }
}
