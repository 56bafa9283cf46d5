namespace DigestLsp.Workspaces;

/// <summary>Finds what somebody meant who misspelt a name.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name that a few slips make of the given one, null where none comes near or two come equally near. A slip leaves out, adds
    /// or replaces a character, or exchanges two neighbours (optimal string alignment; Damerau, 1964). Case does not count.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = Math.Max(1, name.Length / 4) + 1;
        var isOnly = true;
        foreach (var candidate in known)
        {
            // A name may be long text that somebody pasted: what differs much in length needs no looking at.
            if (Math.Abs(candidate.Length - name.Length) > least || name.Length > 200)
            {
                continue;
            }
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= least)
            {
                isOnly = distance < least || nearest is null;
                (least, nearest) = (distance, candidate);
            }
        }
        return isOnly && least <= Math.Max(1, name.Length / 4) ? nearest : null;
    }

    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
