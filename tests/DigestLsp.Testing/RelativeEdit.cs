using DigestLsp.Text;

namespace DigestLsp.Testing;

/// <summary>
/// An edit that fits a text of any length, so that a test can shrink the text, or the edits before this one, and keep it.
/// </summary>
/// <param name="At">Where: a position modulo one more than the text's length.</param>
/// <param name="AtLineEnd">Whether it moves on to the next CR or LF, where most can go wrong.</param>
/// <param name="Removed">Units removed, as far as there are any.</param>
/// <param name="Inserted">What is put there.</param>
public sealed record RelativeEdit(int At, bool AtLineEnd, int Removed, string Inserted)
{
    /// <summary>The change of this text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">The first position that the change may touch.</param>
    public TextChange In(string text, int from = 0)
    {
        var start = from + (At % (text.Length - from + 1));
        if (AtLineEnd && text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var distance)
        {
            start += distance;
        }
        return new(new(start, Math.Min(Removed, text.Length - start)), Inserted);
    }

    /// <summary>Several edits as changes of one text, none of which overlap.</summary>
    public static TextChange[] In(string text, IEnumerable<RelativeEdit> edits)
    {
        var changes = new List<TextChange>();
        var from = 0;
        foreach (var edit in edits)
        {
            changes.Add(edit.In(text, from));
            from = changes[^1].Span.End;
        }
        return [.. changes];
    }

    /// <summary>What a plain string becomes.</summary>
    public static string Apply(string text, TextChange change) =>
        string.Concat(text.AsSpan(0, change.Span.Start), change.NewText, text.AsSpan(change.Span.End));

    /// <summary>What a plain string becomes by changes that all speak of it, given in order.</summary>
    public static string Apply(string text, IEnumerable<TextChange> changes) => changes.Reverse().Aggregate(text, Apply);
}
