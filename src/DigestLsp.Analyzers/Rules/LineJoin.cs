using System.Collections.Immutable;
using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Joins text that line breaks or blank lines have cut, one gap after the other.</summary>
internal sealed class LineJoin(SourceText text)
{
    /// <summary>Fewer characters than this before a break are read to see what it cuts.</summary>
    private const int Context = 80;

    private readonly ImmutableArray<TextChange>.Builder _changes = ImmutableArray.CreateBuilder<TextChange>();
    private bool _isSafe = true;

    /// <summary>Joins what stands around a gap.</summary>
    /// <param name="before">What ends at the gap.</param>
    /// <param name="after">What begins behind it.</param>
    /// <param name="isSafe">Whether both are known to be one text.</param>
    public void Add(TextSpan before, TextSpan after, bool isSafe)
    {
        var end = text.ToString(TextSpan.FromBounds(Math.Max(before.Start, before.End - Context), before.End));
        var start = text.ToString(new TextSpan(after.Start, Math.Min(after.Length, Context)));
        var lastWord = end.AsSpan(end.AsSpan().LastIndexOfAny(' ', '\t') + 1);
        var isHyphenated = lastWord is [.., not '-', '-' or '\u2010' or '\u00AD'];
        var isLink = lastWord.Contains("://", StringComparison.Ordinal) || lastWord.StartsWith("www.", StringComparison.Ordinal);
        var withoutSpace = (isHyphenated && !IsJoiningWord(start)) || (IsIdeograph(end, last: true) && IsIdeograph(start, last: false));
        _isSafe &= isSafe && !isHyphenated && !(isLink && lastWord[^1] is not ('.' or ',' or ';' or ')')) && !IsListItem(start);
        _changes.Add(new(TextSpan.FromBounds(before.End, after.Start), withoutSpace ? string.Empty : " "));
    }

    /// <summary>The joins as one repair. It is safe unless a gap may have cut a word, a link or a list.</summary>
    public Repair ToRepair(string title) => new(title, _changes.DrainToImmutable(), _isSafe);

    /// <summary>Whether a hyphen before it stands for a part that follows: ‘pre- and post-trained’.</summary>
    private static bool IsJoiningWord(ReadOnlySpan<char> start)
    {
        var space = start.IndexOfAny(' ', '\t');
        return (space < 0 ? start : start[..space]) is "and" or "or" or "to";
    }

    /// <summary>Whether a line begins as an item of a list does: a bullet, or a number with a mark.</summary>
    private static bool IsListItem(ReadOnlySpan<char> start)
    {
        if (start is ['-' or '*' or '+' or '•' or '–', ' ', ..])
        {
            return true;
        }
        var open = start is ['(', ..] ? 1 : 0;
        var digits = start[open..].IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && start[(open + digits)..] is ['.' or ')', ' ', ..];
    }

    /// <summary>Whether a text ends or begins in a script that is written without spaces.</summary>
    private static bool IsIdeograph(string text, bool last)
    {
        var status = last ? Rune.DecodeLastFromUtf16(text, out var rune, out _) : Rune.DecodeFromUtf16(text, out rune, out _);
        return status == System.Buffers.OperationStatus.Done
            && rune.Value
                is (>= 0x3000 and <= 0x30FF)
                    or (>= 0x3400 and <= 0x9FFF)
                    or (>= 0xFF00 and <= 0xFF60)
                    or (>= 0x20000 and <= 0x3FFFF);
    }
}
