using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>What is wrong between two lines of text.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">One sentence, without a period.</param>
/// <param name="Changes">What mends it.</param>
internal sealed record LineFlaw(TextSpan Span, string Message, ImmutableArray<TextChange> Changes);

/// <summary>
/// The white space between the texts of two lines: it ends one line and may be blank lines. At most one blank line stands
/// between two lines, and none at the end of the file.
/// </summary>
internal static class LineGap
{
    /// <summary>Adds the line ends of a gap to those counted before, and tells whether the gap is as it should be otherwise.</summary>
    public static bool IsTidy(ReadOnlySpan<char> gap, ref LineEndingCounts counts)
    {
        var breaks = 0;
        var isTidy = true;
        while (!gap.IsEmpty)
        {
            if (LineEndingCounts.At(gap) is { } ending)
            {
                counts = counts.With(ending);
                breaks++;
                gap = gap[LineEndingCounts.TextOf(ending).Length..];
            }
            else
            {
                isTidy = false;
                gap = gap[1..];
            }
        }
        return isTidy && breaks <= 2;
    }

    /// <summary>What is wrong with a gap, null where nothing is.</summary>
    /// <param name="gap">The gap.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="usual">What lines should end in.</param>
    /// <param name="kept">How many line ends may stand there: 2, or 1 at the end of the file.</param>
    public static LineFlaw? Find(ReadOnlySpan<char> gap, int start, LineEnding usual, int kept)
    {
        if (gap.SequenceEqual(LineEndingCounts.TextOf(usual)))
        {
            return null;
        }
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var odd = (LineEnding?)null;
        var spaces = 0;
        var breaks = 0;
        for (var i = 0; i < gap.Length; )
        {
            var ending = LineEndingCounts.At(gap[i..]);
            var length = ending is { } known ? LineEndingCounts.TextOf(known).Length : LengthOfSpace(gap[i..]);
            if (ending is null || ++breaks > kept)
            {
                spaces += ending is null ? 1 : 0;
                Remove(changes, new(start + i, length));
            }
            else if (ending != usual)
            {
                odd ??= ending;
                changes.Add(new(new(start + i, length), LineEndingCounts.TextOf(usual)));
            }
            i += length;
        }
        if (changes.Count == 0)
        {
            return null;
        }
        var span = TextSpan.FromBounds(changes[0].Span.Start, changes[^1].Span.End);
        return new(span, Message(spaces > 0, breaks - kept, odd, usual), changes.DrainToImmutable());
    }

    /// <summary>Removes a stretch, together with one before it that ends there and is removed too.</summary>
    private static void Remove(ImmutableArray<TextChange>.Builder changes, TextSpan span)
    {
        if (changes.Count > 0 && changes[^1] is { NewText: "" } last && last.Span.End == span.Start)
        {
            changes[^1] = new(TextSpan.FromBounds(last.Span.Start, span.End), string.Empty);
        }
        else
        {
            changes.Add(new(span, string.Empty));
        }
    }

    private static int LengthOfSpace(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : length;
    }

    private static string Message(bool hasSpaces, int extra, LineEnding? odd, LineEnding usual)
    {
        var parts = new List<string>(3);
        if (hasSpaces)
        {
            parts.Add("white space stands at the end of this line");
        }
        if (extra > 0)
        {
            parts.Add(extra == 1 ? "one blank line too many follows" : $"{extra} blank lines too many follow");
        }
        if (odd is { } ending)
        {
            parts.Add($"this line ends in {LineEndingCounts.NameOf(ending)}, most of the file's in {LineEndingCounts.NameOf(usual)}");
        }
        var message = string.Join("; ", parts);
        return char.ToUpperInvariant(message[0]) + message[1..];
    }
}
