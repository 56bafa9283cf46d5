using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// Gives a term another name at all its mentions; a plural's s stays. What it stands for is text and stays, too. Where the term is
/// part of a title, the cross-references that name the title follow.
/// </summary>
internal static class TermRenaming
{
    /// <summary>Longer words are no names, in UTF-16 units.</summary>
    private const int LongestName = 64;

    public static RenameResult Compute(Snapshot snapshot, string name, string newName, CancellationToken cancellation)
    {
        if (newName == name)
        {
            return new(WorkspaceEdit.None, Problem: null);
        }
        if (WhyNoName(newName) is { } flaw)
        {
            return RenameResult.Refused(flaw);
        }
        if (MentionsOf(snapshot, newName, cancellation).Select(place => (TermPlace?)place).FirstOrDefault() is { } taken)
        {
            var line = taken.Paper.Document.GetLinePositionSpan(taken.Span).Start.Line + 1;
            return RenameResult.Refused($"‘{newName}’ has a meaning already: {Path.GetFileName(taken.Paper.Document.Path)}, line {line}");
        }
        var edits = new RenamingEdits();
        var titles = new HashSet<PaperPlace>();
        foreach (var place in MentionsOf(snapshot, name, cancellation))
        {
            edits.Add(place.Paper.Document, new TextChange(new(place.Span.Start, name.Length), newName));
            if (place.Span.Start < place.Paper.Paper.Head.End && !place.Paper.Paper.Facts.TitleKey.IsEmpty)
            {
                titles.Add(place.Paper);
            }
        }
        return AddReferences(edits, snapshot, titles, cancellation) is { } problem
            ? RenameResult.Refused(problem)
            : edits.ToResult($"With ‘{newName}’ something would be read differently", cancellation);
    }

    /// <summary>Lets cross-references follow the titles that change with the term.</summary>
    /// <returns>Why that cannot be done, null if it is.</returns>
    private static string? AddReferences(
        RenamingEdits edits,
        Snapshot snapshot,
        HashSet<PaperPlace> changed,
        CancellationToken cancellation
    )
    {
        var titles = new List<(Hash128 OldKey, string Title)>();
        foreach (var papers in changed.GroupBy(place => place.Document))
        {
            cancellation.ThrowIfCancellationRequested();
            if (edits.Apply(papers.Key) is { } after && after.Tree.PaperCount == papers.Key.Papers.Length)
            {
                titles.AddRange(
                    papers.Order().Select(place => (place.Paper.Facts.TitleKey, after.GetPaper(place.Index).Title?.Text ?? string.Empty))
                );
            }
        }
        var newKeys = new Dictionary<Hash128, Hash128>();
        foreach (var same in titles.GroupBy(title => title.OldKey))
        {
            var (oldKey, title) = same.First();
            var newKey = TitleRenaming.KeyOf(title);
            if (newKey != oldKey && snapshot.FindByTitle(newKey) is [var other, ..])
            {
                return $"‘{Excerpt.Of(title, CopyWording.TitleLength)}’ would be the title of two papers; the other is {CopyWording.Of(other)}";
            }
            if (!newKeys.TryAdd(newKey, oldKey))
            {
                return $"‘{Excerpt.Of(title, CopyWording.TitleLength)}’ would be the title of two papers";
            }
            if (!snapshot.ReferencesTo(oldKey).Any())
            {
                continue;
            }
            var isSplit =
                snapshot.FindByTitle(oldKey).Any(place => !changed.Contains(place))
                || same.Any(other => TitleRenaming.KeyOf(other.Title) != newKey);
            if (isSplit)
            {
                return $"Some of the papers that ‘see: {Excerpt.Of(title, CopyWording.TitleLength)}’ names would change, and others not";
            }
            TitleRenaming.AddReferences(edits, snapshot, oldKey, title);
        }
        return null;
    }

    /// <summary>
    /// The places at which a name really stands: tables know names by short hashes. Those within a longer name that is a term itself
    /// are its own.
    /// </summary>
    private static IEnumerable<TermPlace> MentionsOf(Snapshot snapshot, string name, CancellationToken cancellation)
    {
        var terms = snapshot.Terms;
        foreach (var place in terms.MentionsOf(name, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var document = place.Paper.Document;
            if (document.GetTree() is not { } tree)
            {
                yield return place;
            }
            else if (Stands(tree, place, name) && !(terms.At(document, place.Span.Start)?.Place.Span.Length > place.Span.Length))
            {
                yield return place;
            }
        }
    }

    private static bool Stands(SyntaxTree tree, TermPlace place, string name) =>
        tree.Text.ToString(place.Span).StartsWith(name, StringComparison.Ordinal);

    private static string? WhyNoName(string name)
    {
        if (name.Length is 0 or > LongestName || !IsWord(name))
        {
            return $"‘{Excerpt.Of(name, LongestName)}’ is not one word of letters, digits and hyphens";
        }
        if (!name.Any(character => char.IsUpper(character) || char.IsAsciiDigit(character)))
        {
            return $"‘{name}’ has neither a capital nor a digit, and would not be known for a name";
        }
        return TermKeys.Singular(name).Length < name.Length ? $"‘{name}’ is a plural" : null;
    }

    /// <summary>Letters and digits, with single hyphens between them, and periods between digits.</summary>
    private static bool IsWord(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isInner = i > 0 && i + 1 < name.Length;
            var isJoined =
                isInner
                && (
                    (name[i] == '-' && char.IsLetterOrDigit(name[i - 1]) && char.IsLetterOrDigit(name[i + 1]))
                    || (name[i] == '.' && char.IsAsciiDigit(name[i - 1]) && char.IsAsciiDigit(name[i + 1]))
                );
            if (!char.IsLetterOrDigit(name[i]) && !isJoined)
            {
                return false;
            }
        }
        return true;
    }
}
