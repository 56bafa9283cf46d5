using System.Collections.Concurrent;
using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// Mends many findings where they stand: characters by their own text and, for rules that are asked for by name, what is missing
/// by a copy's text. Papers are never removed; <see cref="CopyRemovals"/> does that, on what these leave.
/// </summary>
public static class Repairs
{
    /// <summary>Plans repairs until nothing is left to repair.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="isInScope">Documents that may be changed.</param>
    /// <param name="rules">
    /// The rules to apply, with their unsafe fixes; null for the safe fixes of all rules.
    /// </param>
    /// <param name="cancellation">Ends it early.</param>
    public static FixAllResult Plan(
        Snapshot snapshot,
        Func<Document, bool> isInScope,
        IReadOnlySet<string>? rules,
        CancellationToken cancellation = default
    )
    {
        var current = snapshot;
        var counts = new ConcurrentDictionary<(string Path, string Rule), int>();
        for (var round = 0; round < FixAll.MaxRounds; round++)
        {
            var repaired = RepairText(current, isInScope, rules, Count, cancellation);
            current = current.With(repaired, []);
            var completed = rules is null ? [] : TakeFromCopies(current, isInScope, rules, Count, cancellation);
            if (repaired.IsEmpty && completed.Count == 0)
            {
                break;
            }
            current = current.With(completed, []);
        }
        return new(
            Edit(snapshot, current),
            [.. counts.Select(count => new FixCount(count.Key.Path, count.Key.Rule, count.Value))],
            current
        );

        void Count(Document document, Diagnostic diagnostic) =>
            counts.AddOrUpdate((document.Path, diagnostic.Descriptor.Id), 1, static (_, count) => count + 1);
    }

    /// <summary>Whether the fix of a finding's own text is one of those that are applied.</summary>
    public static bool IsChosen(Diagnostic diagnostic, IReadOnlySet<string>? rules) =>
        rules is null ? diagnostic.Repair is { IsSafe: true } : diagnostic.Repair is not null && rules.Contains(diagnostic.Descriptor.Id);

    private static ConcurrentBag<Document> RepairText(
        Snapshot snapshot,
        Func<Document, bool> isInScope,
        IReadOnlySet<string>? rules,
        Action<Document, Diagnostic> repaired,
        CancellationToken cancellation
    )
    {
        var changed = new ConcurrentBag<Document>();
        Parallel.ForEach(
            snapshot.Documents.Where(isInScope),
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            document =>
            {
                var tree = FixAll.Repair(
                    snapshot,
                    document,
                    diagnostic => IsChosen(diagnostic, rules),
                    diagnostic => repaired(document, diagnostic),
                    cancellation
                );
                if (tree is not null)
                {
                    changed.Add(Changed(document, tree));
                }
            }
        );
        return changed;
    }

    /// <summary>Applies, all on one snapshot, the fixes that add what is missing.</summary>
    private static List<Document> TakeFromCopies(
        Snapshot snapshot,
        Func<Document, bool> isInScope,
        IReadOnlySet<string> rules,
        Action<Document, Diagnostic> repaired,
        CancellationToken cancellation
    )
    {
        var changed = new List<Document>();
        foreach (var document in snapshot.Documents.Where(isInScope).OrderBy(document => document.Order))
        {
            var changes = new List<TextChange>();
            foreach (var diagnostic in DocumentAnalysis.Diagnose(snapshot, document, cancellation))
            {
                if (ForAll(snapshot, document, diagnostic, rules) is { } fix && TryAdd(fix.Edit.Documents.Single().Changes))
                {
                    repaired(document, diagnostic);
                }
            }
            if (changes.Count > 0)
            {
                changed.Add(Changed(document, document.GetTree()!.WithChanges([.. changes])));
            }

            bool TryAdd(ImmutableArray<TextChange> more)
            {
                // Findings stand by place, but what mends them may stand before what mended the last one.
                if (
                    changes.Any(change => more.Any(other => change.Span.Touches(other.Span.Start) || other.Span.Touches(change.Span.Start)))
                )
                {
                    return false;
                }
                changes.AddRange(more);
                return true;
            }
        }
        return changed;
    }

    /// <summary>The fix beyond a finding's own text that may be applied without a choice, null where there is none.</summary>
    internal static CodeFix? ForAll(Snapshot snapshot, Document document, Diagnostic diagnostic, IReadOnlySet<string> rules) =>
        diagnostic.Repair is null && rules.Contains(diagnostic.Descriptor.Id) && RuleCatalog.FindFixes(diagnostic.Descriptor) is not null
            ? CodeFixes.For(snapshot, document, diagnostic).FirstOrDefault(fix => fix.IsForAll)
            : null;

    private static Document Changed(Document document, SyntaxTree tree) => Document.Open(document.Path, document.Version ?? 0, tree);

    private static WorkspaceEdit Edit(Snapshot before, Snapshot after)
    {
        var edits = ImmutableArray.CreateBuilder<DocumentEdit>();
        foreach (var document in before.Documents.OrderBy(document => document.Order))
        {
            var changed = after.GetDocument(document.Path)!;
            if (!ReferenceEquals(document, changed) && document.GetTree() is { } tree)
            {
                var changes = TextChanges.Between(tree.Text, changed.GetTree()!.Text);
                if (!changes.IsEmpty)
                {
                    edits.Add(new(document, changes));
                }
            }
        }
        return new(edits.ToImmutable());
    }
}
