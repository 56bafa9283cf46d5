using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>One way to mend a finding.</summary>
/// <param name="Title">What it does, as a command without a period.</param>
/// <param name="IsSafe">Whether the text can have but this reading, so that nobody needs to look.</param>
/// <param name="Edit">The changes.</param>
/// <param name="IsForAll">
/// Whether it is the one that is taken where all findings of the rule are mended at once: nothing is lost by it, and there is
/// nothing to choose.
/// </param>
public sealed record CodeFix(string Title, bool IsSafe, WorkspaceEdit Edit, bool IsForAll = false);
