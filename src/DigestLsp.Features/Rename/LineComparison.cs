using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>
/// Holds a digest in which words were replaced against the digest before. Every title, paragraph, metadata line, date and banner must
/// still be one, and stand where it stood: blocks are read by their looks and by those of their neighbours.
/// </summary>
internal static class LineComparison
{
    /// <summary>Whether replacing words left everything what it was.</summary>
    /// <param name="before">The digest before.</param>
    /// <param name="after">The digest with the changes.</param>
    /// <param name="changes">The changes, by place.</param>
    public static bool AreSame(DigestSyntax before, DigestSyntax after, IReadOnlyList<TextChange> changes)
    {
        using var theirs = after.ChildNodes().GetEnumerator();
        var shift = new Shift(changes);
        foreach (var ours in before.ChildNodes())
        {
            if (!theirs.MoveNext() || !AreSame(ours, theirs.Current, shift))
            {
                return false;
            }
        }
        return !theirs.MoveNext();
    }

    private static bool AreSame(SyntaxNode ours, SyntaxNode theirs, Shift shift)
    {
        if (ours.Kind != theirs.Kind)
        {
            return false;
        }
        if (ours is PaperSyntax our && theirs is PaperSyntax their && our.SharesContentWith(their))
        {
            return shift.Of(ours.FullSpan) == theirs.FullSpan;
        }
        return PartsOf(ours).Select(part => (part.Kind, shift.Of(part.Span))).SequenceEqual(PartsOf(theirs));
    }

    private static IEnumerable<(SyntaxKind Kind, TextSpan Span)> PartsOf(SyntaxNode node) =>
        node switch
        {
            BlockSyntax block => block
                .Metadata.SelectMany(metadata => new[] { (metadata.Kind, metadata.KeySpan), (metadata.Kind, metadata.ValueSpan) })
                .Prepend((block.Kind, block.TextSpan)),
            _ => node.ChildNodes().SelectMany(PartsOf),
        };

    /// <summary>Where changes move what they do not touch.</summary>
    private sealed class Shift(IReadOnlyList<TextChange> changes)
    {
        private int _next;
        private int _before;

        public TextSpan Of(TextSpan span) => TextSpan.FromBounds(Of(span.Start), Of(span.End));

        /// <summary>Asked by place, but for the end of a paper that is asked before its parts.</summary>
        private int Of(int position)
        {
            while (_next > 0 && changes[_next - 1].Span.End > position)
            {
                _next--;
                _before -= changes[_next].NewText.Length - changes[_next].Span.Length;
            }
            while (_next < changes.Count && changes[_next].Span.End <= position)
            {
                _before += changes[_next].NewText.Length - changes[_next].Span.Length;
                _next++;
            }
            return position + _before;
        }
    }
}
