namespace DigestLsp.Workspaces;

/// <summary>How loudly a rule speaks, from not at all to an error.</summary>
public enum RuleSeverity
{
    /// <summary>The rule does not run.</summary>
    None,

    /// <summary>Found and offered to fix, but not shown.</summary>
    Silent,

    /// <summary>Information.</summary>
    Suggestion,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
