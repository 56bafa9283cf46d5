using System.Collections.Immutable;

namespace DigestLsp.Text;

/// <summary>Changes as the difference of two texts.</summary>
public static class TextChanges
{
    /// <summary>The changes that make one text of another: of lines that differ, and of these only what differs.</summary>
    /// <returns>By place, not overlapping.</returns>
    public static ImmutableArray<TextChange> Between(SourceText before, SourceText after)
    {
        var (old, oldStarts) = Lines(before.ToString());
        var (lines, _) = Lines(after.ToString());
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var part in LineDifference.Between(old, lines))
        {
            changes.Add(Trimmed(oldStarts[part.Start], Joined(old, part.Start, part.End), Joined(lines, part.NewStart, part.NewEnd)));
        }
        return changes.DrainToImmutable();
    }

    private static string Joined(string[] lines, int start, int end) => string.Concat(lines.AsSpan(start, end - start));

    /// <summary>The change without what both sides have in common at their ends; characters and line breaks stay whole.</summary>
    private static TextChange Trimmed(int position, string old, string text)
    {
        var prefix = old.AsSpan().CommonPrefixLength(text);
        if (prefix > 0 && (char.IsHighSurrogate(old[prefix - 1]) || old[prefix - 1] == '\r'))
        {
            prefix--;
        }
        var suffix = 0;
        var most = Math.Min(old.Length, text.Length) - prefix;
        while (suffix < most && old[^(suffix + 1)] == text[^(suffix + 1)])
        {
            suffix++;
        }
        if (suffix > 0 && (char.IsLowSurrogate(old[^suffix]) || old[^suffix] == '\n'))
        {
            suffix--;
        }
        return new(new(position + prefix, old.Length - prefix - suffix), text[prefix..^suffix]);
    }

    /// <summary>Lines with their ends, and where each begins, with the end of the text behind the last.</summary>
    private static (string[] Lines, int[] Starts) Lines(string text)
    {
        var lines = new List<string>();
        var starts = new List<int>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[start..end]);
            starts.Add(start);
            start = end;
        }
        return ([.. lines], [.. starts, text.Length]);
    }
}
