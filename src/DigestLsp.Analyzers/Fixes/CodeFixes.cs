using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>The fixes of findings at one place.</summary>
public static class CodeFixes
{
    /// <summary>The findings that touch a stretch of a document and can be mended, by place.</summary>
    public static ImmutableArray<FixableDiagnostic> For(
        Snapshot snapshot,
        Document document,
        TextSpan span,
        CancellationToken cancellation = default
    )
    {
        var found = ImmutableArray.CreateBuilder<FixableDiagnostic>();
        foreach (var diagnostic in DocumentAnalysis.Diagnose(snapshot, document, span, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (For(snapshot, document, diagnostic) is { IsEmpty: false } fixes)
            {
                found.Add(new(diagnostic, fixes));
            }
        }
        return found.DrainToImmutable();
    }

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
