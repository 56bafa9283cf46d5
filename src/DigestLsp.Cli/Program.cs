using System.CommandLine;
using DigestLsp.Cli;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Checks curated digests: duplicate papers and broken abstracts.")
{
    CheckCommand.Create(),
    FixCommand.Create(),
    FormatCommand.Create(),
    TermsCommand.Create(),
    AbbreviationsCommand.Create(),
    ParseCommand.Create(),
    RulesCommand.Create(),
    DuplicatesCommand.Create(),
    PairsCommand.Create(),
    RelatedCommand.Create(),
    RankCommand.Create(),
    CacheCommand.Create(),
    LspCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in UsageErrors.Of(parsed))
    {
        Console.Error.WriteLine($"digestlsp: {error}");
    }
    var command = parsed.CommandResult.Command == root ? "digestlsp" : $"digestlsp {parsed.CommandResult.Command.Name}";
    Console.Error.WriteLine($"Run '{command} --help' to see what it takes.");
    return ExitCode.Unusable;
}
using var termination = new Termination();
try
{
    var exitCode = await parsed.InvokeAsync(
        new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
        termination.Token
    );
    return termination.ExitCode ?? exitCode;
}
catch (OperationCanceledException) when (termination.ExitCode is not null)
{
    return termination.ExitCode.Value;
}
catch (UnusableInputException exception)
{
    Console.Error.WriteLine($"digestlsp: {exception.Message}");
    return ExitCode.Unusable;
}
catch (Exception exception)
{
    Console.Error.WriteLine($"digestlsp: this is a fault of the tool, please report it: {exception}");
    return ExitCode.Fault;
}
