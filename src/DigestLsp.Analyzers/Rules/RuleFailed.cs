using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG0001: another rule failed. It has a descriptor but no analysis of its own.</summary>
public static class RuleFailed
{
    /// <summary>What is the same for all findings of the rule.</summary>
    public static DiagnosticDescriptor Descriptor { get; } = new("DG0001", "A rule failed", RuleSeverity.Warning);
}
