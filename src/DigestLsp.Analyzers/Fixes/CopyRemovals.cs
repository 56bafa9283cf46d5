using System.Collections.Frozen;
using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// Removes many copies at once so that no paper is lost. Only what stands word for word elsewhere is removed, in favour of an
/// earlier copy that has all its metadata and is itself neither removed nor changed. All is planned on one snapshot; what only
/// becomes a copy of the rule's kind by other removals is removed too.
/// </summary>
public static class CopyRemovals
{
    /// <summary>The rules whose copies can be removed all at once.</summary>
    public static FrozenSet<string> Rules { get; } = ["DG2001", "DG2002"];

    /// <summary>Plans the removal of copies.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="isInScope">Documents that may be changed; keepers may stand in any.</param>
    /// <param name="rules">The ids of the rules whose findings are removed.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static FixAllResult Plan(
        Snapshot snapshot,
        Func<Document, bool> isInScope,
        IReadOnlySet<string> rules,
        CancellationToken cancellation = default
    )
    {
        var plan = new Planning(snapshot, isInScope, rules, cancellation);
        while (plan.TakeRound()) { }
        return plan.ToResult();
    }

    /// <summary>A paper by its number in the document as it was.</summary>
    private readonly record struct Original(string Path, int Index);

    private sealed class Planning(
        Snapshot snapshot,
        Func<Document, bool> isInScope,
        IReadOnlySet<string> rules,
        CancellationToken cancellation
    )
    {
        /// <summary>What is removed, the copy that stays for it (which a later round may remove in turn), and by which rule.</summary>
        private readonly Dictionary<Original, (Original Keeper, string Rule)> _removed = [];

        /// <summary>Papers that cannot be taken out without others being read differently.</summary>
        private readonly HashSet<Original> _stuck = [];

        /// <summary>Of changed documents, which papers are left.</summary>
        private readonly Dictionary<string, List<int>> _left = [];

        private readonly Snapshot _before = snapshot;

        private Snapshot _current = snapshot;

        /// <summary>Removes what can be removed now.</summary>
        /// <returns>Whether there was anything.</returns>
        public bool TakeRound()
        {
            var chosen = Choose();
            var changed = new List<Document>();
            foreach (var (document, papers) in chosen)
            {
                cancellation.ThrowIfCancellationRequested();
                var tree = document.GetTree();
                var taken = tree is null ? [] : Removable(tree.Root, [.. papers.Select(paper => paper.Place.Index)]);
                foreach (var paper in papers.Where(paper => taken.Contains(paper.Place.Index)))
                {
                    _removed.Add(OriginalOf(paper.Place), (OriginalOf(paper.Keeper), paper.Rule));
                }
                if (taken.Count == 0)
                {
                    _stuck.UnionWith(papers.Select(paper => OriginalOf(paper.Place)));
                }
                else
                {
                    // With other papers around it, one that could not be taken out perhaps can be.
                    _stuck.RemoveWhere(original => original.Path == document.Path);
                    changed.Add(
                        Document.Open(document.Path, document.Version ?? 0, tree!.WithChanges([.. PaperChanges.Remove(tree.Root, taken)]))
                    );
                }
            }
            foreach (var (document, papers) in chosen)
            {
                _left[document.Path] =
                [
                    .. Enumerable
                        .Range(0, document.Papers.Length)
                        .Select(index => OriginalOf(new(document, index)))
                        .Where(original => !_removed.ContainsKey(original))
                        .Select(original => original.Index),
                ];
            }
            _current = _current.With(changed, []);
            return chosen.Count > 0;
        }

        /// <summary>The edit, in which digests that hold keepers come before those that rely on them.</summary>
        public FixAllResult ToResult()
        {
            var edits = ImmutableArray.CreateBuilder<DocumentEdit>();
            var counts = ImmutableArray.CreateBuilder<FixCount>();
            foreach (var group in _removed.GroupBy(removed => removed.Key.Path).OrderBy(group => _before.GetDocument(group.Key)!.Order))
            {
                var document = _before.GetDocument(group.Key)!;
                var papers = group.Select(removed => removed.Key.Index).ToFrozenSet();
                if (document.GetTree() is not { } tree || !Leaves(tree.Root, papers))
                {
                    continue;
                }
                var keepers = group.Select(removed => FinalKeeper(removed.Value.Keeper).Path).Where(path => path != group.Key).Distinct();
                edits.Add(
                    new(
                        document,
                        PaperChanges.Remove(tree.Root, papers),
                        [.. keepers.Order(StringComparer.Ordinal).Select(path => _before.GetDocument(path)!)]
                    )
                );
                counts.AddRange(
                    group.CountBy(removed => removed.Value.Rule).Select(count => new FixCount(group.Key, count.Key, count.Value))
                );
            }
            return new(new(edits.ToImmutable()), counts.ToImmutable(), _current)
            {
                Removed = _removed.Keys.Select(original => (original.Path, original.Index)).ToFrozenSet(),
            };
        }

        private Original FinalKeeper(Original keeper)
        {
            while (_removed.TryGetValue(keeper, out var next))
            {
                keeper = next.Keeper;
            }
            return keeper;
        }

        private Original OriginalOf(PaperPlace place) =>
            new(place.Document.Path, _left.TryGetValue(place.Document.Path, out var left) ? left[place.Index] : place.Index);

        /// <summary>
        /// Goes through all copies from the earliest on, so that of each it is known already whether the copies before it stay.
        /// </summary>
        private List<(Document Document, List<(PaperPlace Place, PaperPlace Keeper, string Rule)> Papers)> Choose()
        {
            var chosen = new List<(Document, List<(PaperPlace, PaperPlace, string)>)>();
            var gone = new HashSet<PaperPlace>();
            var exact = new ExactCopies(_current);
            foreach (var document in _current.Documents.Where(isInScope).OrderBy(document => document.Order))
            {
                cancellation.ThrowIfCancellationRequested();
                var papers = new List<(PaperPlace, PaperPlace, string)>();
                foreach (var place in _current.PlacesWithCopies(document))
                {
                    var same = exact.SameAs(place);
                    if (
                        same.Length > 1
                        && RuleOf(place, same) is { } rule
                        && !_stuck.Contains(OriginalOf(place))
                        && exact.KeeperOf(place, gone) is { } keeper
                    )
                    {
                        papers.Add((place, keeper, rule));
                        gone.Add(place);
                    }
                }
                if (papers.Count > 0)
                {
                    chosen.Add((document, papers));
                }
            }
            return chosen;
        }

        /// <summary>The rule that finds a paper to be an exact copy, if it is one whose findings are to be removed.</summary>
        private string? RuleOf(PaperPlace place, ImmutableArray<PaperPlace> same)
        {
            // Of copies in other digests, an exact one is spoken of before all others.
            var copies = _current.CopiesWithin(place);
            if (same[0].Document != place.Document)
            {
                copies = copies.Insert(0, new(same[0], new(DuplicateKind.Exact, 1, 1)));
            }
            if (copies.IsEmpty || new CopiedPaper(place, copies) is not { Earlier.Match.Kind: DuplicateKind.Exact } paper)
            {
                return null;
            }
            var rule = RuleCatalog.All.OfType<EarlierCopyRule>().Single(rule => rule.Finds(paper)).Descriptor;
            return
                rules.Contains(rule.Id)
                && Rules.Contains(rule.Id)
                && DocumentAnalysis.SeverityOf(_current.Configuration, place.Document, rule) != RuleSeverity.None
                && !Suppression.IsMeant(_current.Configuration, place, rule.Id)
                ? rule.Id
                : null;
        }

        /// <summary>Of papers that are to be removed, those that can be without any other being read differently.</summary>
        private static HashSet<int> Removable(DigestSyntax root, HashSet<int> papers)
        {
            if (Leaves(root, papers))
            {
                return papers;
            }
            var taken = new HashSet<int>();
            foreach (var paper in papers.Order())
            {
                taken.Add(paper);
                if (!Leaves(root, taken))
                {
                    taken.Remove(paper);
                }
            }
            return taken;
        }

        private static bool Leaves(DigestSyntax root, IReadOnlySet<int> removed) =>
            PaperComparison.IsAsMeant(
                root,
                root.Tree.WithChanges([.. PaperChanges.Remove(root, removed)]).Root,
                removed,
                FrozenSet<int>.Empty,
                static (_, _) => false
            );
    }
}
