using System.Collections.Immutable;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>The fixes of findings.</summary>
public static class CodeFixes
{
    /// <summary>The ways to mend a finding, the best first.</summary>
    public static ImmutableArray<CodeFix> For(Snapshot snapshot, Document document, Diagnostic diagnostic)
    {
        var fixes = ImmutableArray.CreateBuilder<CodeFix>();
        if (diagnostic.Repair is { } repair)
        {
            fixes.Add(new(repair.Title, repair.IsSafe, WorkspaceEdit.Of(document, repair.Changes), IsForAll: true));
        }
        if (RuleCatalog.FindFixes(diagnostic.Descriptor) is { } provider && document.GetTree() is { } tree)
        {
            fixes.AddRange(provider.GetFixes(new(snapshot, document, tree, diagnostic)));
        }
        return fixes.DrainToImmutable();
    }
}
