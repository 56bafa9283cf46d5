using System.Collections.Frozen;
using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Something that an editor offers to do at a place.</summary>
/// <param name="Title">What it does, as a command without a period.</param>
/// <param name="Diagnostic">The finding that it mends; null where it mends many, or takes back what was said.</param>
/// <param name="IsPreferred">Whether it is the one to take without looking at others.</param>
/// <param name="Edit">What it changes; null where that is computed when it is chosen, of <paramref name="Scope"/>.</param>
/// <param name="Scope">What it mends where it mends many.</param>
/// <param name="Judgement">What it says of findings, where it mends nothing.</param>
public sealed record CodeAction(
    string Title,
    Diagnostic? Diagnostic,
    bool IsPreferred,
    WorkspaceEdit? Edit,
    FixAllScope? Scope,
    Judgement? Judgement = null
);

/// <summary>Which findings to mend at once.</summary>
/// <param name="Rule">Those of this rule; null for what is safe to mend, of all rules.</param>
/// <param name="Path">Those of this document; null for all documents.</param>
public sealed record FixAllScope(string? Rule, string? Path);

/// <summary>What an editor offers where there are findings.</summary>
public static class CodeActions
{
    /// <summary>
    /// The fixes of the findings that touch a range or are named: first those of each finding, then, for each rule, those of all its
    /// findings in the file and in the workspace; last what can be said of each, and what was said and can be taken back.
    /// </summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The one that is asked about.</param>
    /// <param name="range">The caret, or what is selected.</param>
    /// <param name="named">Findings by rule and range, of a list or of the caret's line say; those that are none any more do not count.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImmutableArray<CodeAction> QuickFixes(
        Snapshot snapshot,
        Document document,
        LinePositionSpan range,
        IReadOnlyCollection<(string Rule, LinePositionSpan Range)> named,
        CancellationToken cancellation = default
    )
    {
        if (document.GetTree() is not { Text: var text })
        {
            return [];
        }
        var asked = SpanOf(text, range);
        var wanted = named.ToHashSet();
        var all = wanted
            .Select(finding => SpanOf(text, finding.Range))
            .Aggregate(asked, (all, span) => TextSpan.FromBounds(Math.Min(all.Start, span.Start), Math.Max(all.End, span.End)));
        var single = ImmutableArray.CreateBuilder<CodeAction>();
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        var judgements = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var diagnostic in DocumentAnalysis.Diagnose(snapshot, document, all, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var isTouched = diagnostic.Span.Touches(asked.Start) || asked.Touches(diagnostic.Span.Start);
            if (!isTouched && !wanted.Contains((diagnostic.Descriptor.Id, diagnostic.Range)))
            {
                continue;
            }
            var fixes = CodeFixes.For(snapshot, document, diagnostic);
            var hasOneSafe = fixes.Count(fix => fix.IsSafe) == 1;
            single.AddRange(
                fixes
                    .Where(fix => fix.Edit.IsCurrent())
                    .Select(fix => new CodeAction(fix.Title, diagnostic, fix.IsSafe && hasOneSafe, fix.Edit, null))
            );
            judgements.AddRange(
                Judgements
                    .For(snapshot, document, diagnostic)
                    .Select(said => new CodeAction(said.Title, diagnostic, false, null, null, said.Judgement))
            );
            var rule = diagnostic.Descriptor.Id;
            if (fixes.Any(fix => fix.IsForAll || CopyRemovals.Rules.Contains(rule)))
            {
                rules.Add(rule);
            }
        }
        return
        [
            .. single,
            .. rules.Select(rule => FixAll(rule, "in this file", document.Path)),
            .. rules.Select(rule => FixAll(rule, "in the workspace", null)),
            .. judgements,
            .. TakingBack
                .At(snapshot, document, range.Start)
                .Select(said => new CodeAction(said.Title, null, false, null, null, said.Judgement)),
        ];
    }

    /// <summary>Whoever chooses it is to know that papers will go.</summary>
    private static CodeAction FixAll(string rule, string where, string? path) =>
        new(
            CopyRemovals.Rules.Contains(rule) ? $"Remove all later copies {where} ({rule})" : $"Fix all {rule} {where}",
            null,
            false,
            null,
            new(rule, path)
        );

    private static TextSpan SpanOf(SourceText text, LinePositionSpan range)
    {
        var start = text.GetPosition(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, text.GetPosition(range.End)));
    }

    /// <summary>All safe repairs of a document, null where there is none.</summary>
    public static CodeAction? FixAllSafe(Snapshot snapshot, Document document) =>
        DocumentAnalysis.DiagnoseRepairable(snapshot, document).Any(diagnostic => Repairs.IsChosen(diagnostic, rules: null))
            ? new("Make all safe repairs", null, false, null, new(null, document.Path))
            : null;

    /// <summary>Sorts the papers of each section of a document by their titles; null where they are.</summary>
    public static CodeAction? SortByTitle(Document document) => Sort("Sort entries by title", document, TitleOrder.ChangesOf);

    /// <summary>Sorts the sections of a document by their dates; null where they are, or where the order is not certain.</summary>
    public static CodeAction? SortByDate(Document document) => Sort("Sort sections by date", document, DateOrder.ChangesOf);

    private static CodeAction? Sort(string title, Document document, Func<SyntaxTree, ImmutableArray<TextChange>> sort) =>
        document.GetTree() is { } tree && sort(tree) is { IsEmpty: false } changes
            ? new(title, null, false, WorkspaceEdit.Of(document, changes), null)
            : null;

    /// <summary>Computes what mends many findings, on the snapshot as it is when the action is chosen.</summary>
    public static WorkspaceEdit Compute(Snapshot snapshot, FixAllScope scope, CancellationToken cancellation = default)
    {
        var plan =
            scope.Rule is { } rule && CopyRemovals.Rules.Contains(rule)
                ? CopyRemovals.Plan(snapshot, IsInScope, FrozenSet.Create(rule), cancellation)
                : Repairs.Plan(snapshot, IsInScope, scope.Rule is null ? null : FrozenSet.Create(scope.Rule), cancellation);
        return plan.Edit.OnlyCurrent();

        bool IsInScope(Document document) => scope.Path is null || document.Path == scope.Path;
    }
}
