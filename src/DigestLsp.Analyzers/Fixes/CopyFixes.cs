using System.Collections.Frozen;
using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Which text of a paper another copy can give.</summary>
[Flags]
internal enum PaperParts
{
    /// <summary>The title.</summary>
    Title = 1,

    /// <summary>The abstract.</summary>
    Abstract = 2,
}

/// <summary>Fixes that take text from another copy of the paper, or a copy away. All are unsafe: somebody must have looked.</summary>
internal static class CopyFixes
{
    /// <summary>More than anybody compares.</summary>
    private const int MaxOffered = 5;

    private static readonly FrozenSet<int> NoPapers = [];

    /// <summary>Writes the text of one copy over that of another; metadata lines stay.</summary>
    /// <param name="title">What the fix is called.</param>
    /// <param name="target">The copy that is changed.</param>
    /// <param name="source">The copy that gives its text.</param>
    /// <param name="parts">What is taken. A part that the source has not, or that is the same already, is left alone.</param>
    /// <param name="isForAll">See <see cref="CodeFix.IsForAll"/>.</param>
    /// <returns>Nothing where there is nothing to take or it cannot be put there without touching more.</returns>
    public static CodeFix? Take(string title, PaperPlace target, PaperPlace source, PaperParts parts, bool isForAll = false)
    {
        if (target.GetSyntax() is not { } here || source.GetSyntax() is not { } there)
        {
            return null;
        }
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var (newTitle, newAbstract) = (here.Title?.Text, here.Abstract?.Text);
        if (parts.HasFlag(PaperParts.Title) && there.Title?.Text is { } theirTitle && theirTitle != newTitle)
        {
            changes.AddRange(PaperChanges.WriteTitle(here, newTitle = theirTitle));
        }
        if (parts.HasFlag(PaperParts.Abstract) && there.Abstract?.Text is { } theirAbstract && theirAbstract != newAbstract)
        {
            changes.AddRange(PaperChanges.WriteAbstract(here, newAbstract = theirAbstract));
        }
        if (changes.Count == 0)
        {
            return null;
        }
        var isAsMeant = PaperComparison.IsAsMeant(
            here.Tree.Root,
            here.Tree.WithChanges([.. changes]).Root,
            NoPapers,
            FrozenSet.Create(target.Index),
            (_, paper) =>
                paper.Title?.Text == newTitle && paper.Abstract?.Text == newAbstract && PaperComparison.HaveSameMetadata(here, paper)
        );
        return isAsMeant
            ? new(title, IsSafe: false, new([new(target.Document, changes.DrainToImmutable(), Others(target, source))]), isForAll)
            : null;
    }

    /// <summary>
    /// Takes a part that a paper lacks from each copy that has another one to offer. Where all have the same, there is nothing to
    /// choose.
    /// </summary>
    /// <param name="context">The finding.</param>
    /// <param name="part">What is taken: the title or the abstract.</param>
    /// <param name="isOffered">Which copies have one to offer; null for all that have one at all.</param>
    /// <param name="mayBeForAll">Whether what is written over is worth nothing to anybody.</param>
    public static IEnumerable<CodeFix?> TakeFromAny(
        FixContext context,
        PaperParts part,
        Func<PaperPlace, bool>? isOffered = null,
        bool mayBeForAll = true
    )
    {
        if (context.Copied is not { } paper)
        {
            yield break;
        }
        var what = part == PaperParts.Title ? "title" : "abstract";
        // Closed documents keep titles, so that only the few copies that are offered are read.
        var offered = paper
            .Copies.Where(copy => !Key(copy).IsEmpty && isOffered?.Invoke(copy.Place) != false)
            .DistinctBy(Key)
            .Take(MaxOffered)
            .ToList();
        foreach (var copy in offered)
        {
            var title = $"Take the {what} of {CopyWording.Of(copy.Place, context.Place.Document)}";
            yield return Take(title, context.Place, copy.Place, part, isForAll: mayBeForAll && offered.Count == 1);
        }

        Hash128 Key(PaperCopy copy) => part == PaperParts.Title ? copy.Place.Paper.Facts.TitleKey : copy.Place.Paper.Facts.AbstractKey;
    }

    /// <summary>Takes a paper away whose other copy stays and takes over metadata that only this one has.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="removed">The paper.</param>
    /// <param name="keeper">The copy that stays.</param>
    /// <param name="title">What the fix is called.</param>
    /// <returns>Nothing where something else would be lost or changed by it.</returns>
    public static CodeFix? Remove(Snapshot snapshot, PaperPlace removed, PaperPlace keeper, string title)
    {
        if (removed.GetSyntax() is not { } gone || keeper.GetSyntax() is not { } kept || IsReferredTo(snapshot, removed))
        {
            return null;
        }
        var known = PaperMetadata.Of(kept).Lines;
        var lines = gone.Metadata.Where(line => !known.Contains(PaperMetadata.LineKey(line))).Select(line => line.ToString()).ToList();
        var taken = lines.Count == 0 ? [] : PaperChanges.AddMetadata(kept, lines);
        var without = PaperChanges.Remove(gone.Tree.Root, FrozenSet.Create(removed.Index));
        title =
            lines.Count == 0 ? title : $"{title}, with {(lines.Count == 1 ? "a metadata line" : $"{lines.Count} metadata lines")} of this";
        if (removed.Document == keeper.Document)
        {
            ImmutableArray<TextChange> changes = [.. taken.Concat(without).OrderBy(change => change.Span)];
            return ChangesOnly(gone.Tree, changes, FrozenSet.Create(removed.Index), lines.Count == 0 ? null : keeper.Index)
                ? new(title, IsSafe: false, WorkspaceEdit.Of(removed.Document, changes))
                : null;
        }
        if (
            !ChangesOnly(gone.Tree, without, FrozenSet.Create(removed.Index), changed: null)
            || !ChangesOnly(kept.Tree, taken, NoPapers, lines.Count == 0 ? null : keeper.Index)
        )
        {
            return null;
        }
        var removal = new DocumentEdit(removed.Document, without, [keeper.Document]);
        // What is added is written before what is removed.
        return new(title, IsSafe: false, taken.IsEmpty ? new([removal]) : new([new(keeper.Document, taken), removal]));

        bool ChangesOnly(SyntaxTree tree, ImmutableArray<TextChange> changes, IReadOnlySet<int> absent, int? changed) =>
            PaperComparison.IsAsMeant(
                tree.Root,
                tree.WithChanges([.. changes]).Root,
                absent,
                changed is { } index ? FrozenSet.Create(index) : NoPapers,
                (_, paper) =>
                    paper.Title?.Text == kept.Title?.Text
                    && paper.Abstract?.Text == kept.Abstract?.Text
                    && PaperMetadata.Of(paper).Lines.Length == known.Length + lines.Count
            );
    }

    /// <summary>Takes away a paper that stands nowhere else in this form.</summary>
    public static CodeFix? RemoveOnly(Snapshot snapshot, PaperPlace place, string title)
    {
        if (place.GetSyntax() is not { } paper || paper.Metadata.Any() || IsReferredTo(snapshot, place))
        {
            return null;
        }
        var changes = PaperChanges.Remove(paper.Tree.Root, FrozenSet.Create(place.Index));
        return PaperComparison.IsAsMeant(
            paper.Tree.Root,
            paper.Tree.WithChanges([.. changes]).Root,
            FrozenSet.Create(place.Index),
            NoPapers,
            static (_, _) => false
        )
            ? new(title, IsSafe: false, WorkspaceEdit.Of(place.Document, changes))
            : null;
    }

    /// <summary>
    /// Whether a <c>see:</c> line names a paper by a title that no other paper has: without it, the line would lead nowhere.
    /// </summary>
    private static bool IsReferredTo(Snapshot snapshot, PaperPlace place)
    {
        var title = place.Paper.Facts.TitleKey;
        return !title.IsEmpty && snapshot.ReferencesTo(title).Any() && snapshot.FindByTitle(title).All(other => other == place);
    }

    private static ImmutableArray<Document> Others(PaperPlace target, PaperPlace source) =>
        target.Document == source.Document ? [] : [source.Document];
}
