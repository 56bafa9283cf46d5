namespace DigestLsp.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Nothing to complain of.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above the severity asked for.</summary>
    public const int Findings = 1;

    /// <summary>Wrong use, or input that cannot be read.</summary>
    public const int Unusable = 2;

    /// <summary>A fault of the tool.</summary>
    public const int Fault = 3;
}

/// <summary>Input that cannot be used; the message says which, why, and what would mend it.</summary>
internal sealed class UnusableInputException(string message) : Exception(message);
