using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>
/// Puts parts of a digest in another order. A part takes the place of another from its first to its last character, and the white
/// space between the places stays. Held against the parse of what it makes: every part must read as it did, or nothing is changed.
/// </summary>
internal static class EntryOrder
{
    /// <summary>The changes that put parts in order; none where they stand so, or would be read otherwise there.</summary>
    /// <param name="tree">The digest.</param>
    /// <param name="parts">Runs of entries, all of the digest together.</param>
    /// <param name="order">For each place, the index of the part that is to stand there.</param>
    public static ImmutableArray<TextChange> ChangesOf(SyntaxTree tree, IReadOnlyList<IReadOnlyList<SyntaxNode>> parts, int[] order)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        for (var place = 0; place < order.Length; place++)
        {
            if (order[place] != place)
            {
                changes.Add(new(SpanOf(parts[place]), tree.Text.ToString(SpanOf(parts[order[place]]))));
            }
        }
        if (changes.Count == 0)
        {
            return [];
        }
        var after = tree.WithChanges([.. changes]).Root.ChildNodes();
        return order.SelectMany(part => parts[part]).Select(Reading).SequenceEqual(after.Select(Reading)) ? changes.DrainToImmutable() : [];
    }

    private static TextSpan SpanOf(IReadOnlyList<SyntaxNode> part) => TextSpan.FromBounds(part[0].Span.Start, part[^1].Span.End);

    /// <summary>All that an entry says, and how it is understood.</summary>
    private static (SyntaxKind Kind, string Text, string? Title, string Metadata) Reading(SyntaxNode entry) =>
        entry is PaperSyntax paper
            ? (paper.Kind, paper.ToString(), paper.Title?.Text, string.Join('\n', paper.Metadata))
            : (entry.Kind, entry.ToString(), null, string.Empty);
}
