using System.CommandLine;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Says what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>One sentence for each thing that is wrong; nothing where the line can be run.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count == 0 || command.Subcommands.Count == 0)
        {
            return parsed.Errors.Select(error => error.Message);
        }
        // Whatever else is wrong follows from the command's not being known.
        var known = command.Subcommands.Select(sub => sub.Name).ToList();
        return parsed.UnmatchedTokens is not [var name, ..] ? [$"Name a command: {string.Join(", ", known)}."]
            : name.StartsWith('-') ? [$"There is no option {name}."]
            : NearestName.Of(name, known) is { } meant ? [$"There is no command {name}. Did you mean {meant}?"]
            : [$"There is no command {name}."];
    }
}
