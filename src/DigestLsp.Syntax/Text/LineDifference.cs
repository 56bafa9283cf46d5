namespace DigestLsp.Text;

/// <summary>Lines that differ between two texts.</summary>
/// <param name="Start">The first line in the older text, from 0.</param>
/// <param name="Length">How many lines of the older text are replaced.</param>
/// <param name="NewStart">The first line in the newer text.</param>
/// <param name="NewLength">How many lines stand there instead.</param>
public readonly record struct LineReplacement(int Start, int Length, int NewStart, int NewLength)
{
    /// <summary>The line of the older text behind what is replaced.</summary>
    public int End => Start + Length;

    /// <summary>The line of the newer text behind what stands there instead.</summary>
    public int NewEnd => NewStart + NewLength;
}

/// <summary>
/// Compares texts line by line. Lines that each text has just once are anchors, of which the longest run in common order is kept
/// (Bram Cohen's patience diff); between them, it goes on. The lines of a digest are nearly all different, so that this takes
/// little time even where everything changed, and never aligns papers by the blank lines between them.
/// </summary>
public static class LineDifference
{
    /// <summary>The lines to replace, in order, which make the newer text of the older one.</summary>
    public static IReadOnlyList<LineReplacement> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var found = new List<LineReplacement>();
        Compare(before, after, new(0, before.Count, 0, after.Count), found);
        return found;
    }

    private static void Compare(
        IReadOnlyList<string> before,
        IReadOnlyList<string> after,
        LineReplacement part,
        List<LineReplacement> found
    )
    {
        var (start, length, newStart, newLength) = part;
        while (length > 0 && newLength > 0 && before[start] == after[newStart])
        {
            (start, length, newStart, newLength) = (start + 1, length - 1, newStart + 1, newLength - 1);
        }
        while (length > 0 && newLength > 0 && before[start + length - 1] == after[newStart + newLength - 1])
        {
            (length, newLength) = (length - 1, newLength - 1);
        }
        part = new(start, length, newStart, newLength);
        if (length == 0 && newLength == 0)
        {
            return;
        }
        var anchors = length == 0 || newLength == 0 ? [] : Anchors(before, after, part);
        if (anchors.Count == 0)
        {
            found.Add(part);
            return;
        }
        foreach (var (line, newLine) in anchors.Append((part.End, part.NewEnd)))
        {
            Compare(before, after, new(start, line - start, newStart, newLine - newStart), found);
            (start, newStart) = (line, newLine);
        }
    }

    /// <summary>Lines that stand just once on either side, as many as keep their order.</summary>
    private static List<(int Line, int NewLine)> Anchors(IReadOnlyList<string> before, IReadOnlyList<string> after, LineReplacement part)
    {
        const int Repeated = -1;
        var places = new Dictionary<string, int>(part.NewLength);
        for (var i = part.NewStart; i < part.NewEnd; i++)
        {
            places[after[i]] = places.ContainsKey(after[i]) ? Repeated : i;
        }
        var seen = new HashSet<string>();
        var repeated = new HashSet<string>();
        for (var i = part.Start; i < part.End; i++)
        {
            if (!seen.Add(before[i]))
            {
                repeated.Add(before[i]);
            }
        }
        var common = new List<(int Line, int NewLine)>();
        for (var i = part.Start; i < part.End; i++)
        {
            if (places.TryGetValue(before[i], out var place) && place != Repeated && !repeated.Contains(before[i]))
            {
                common.Add((i, place));
            }
        }
        return LongestIncreasing(common);
    }

    /// <summary>The longest run of pairs that increase on the right, too: patience sorting, O(n log n).</summary>
    private static List<(int Line, int NewLine)> LongestIncreasing(List<(int Line, int NewLine)> pairs)
    {
        var ends = new List<int>(); // of the runs of each length, the one that ends lowest
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[ends[middle]].NewLine < pairs[i].NewLine ? (middle + 1, high) : (low, middle);
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }
        var longest = new List<(int, int)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            longest.Add(pairs[i]);
        }
        longest.Reverse();
        return longest;
    }
}
