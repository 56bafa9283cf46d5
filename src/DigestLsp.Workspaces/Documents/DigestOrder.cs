using System.Text;
using DigestLsp.Parsing;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>
/// A digest's place in the one total order of digests: by date and then by path. 'Earlier' and 'later' mean this order.
/// </summary>
/// <param name="Date">The first possible date line's; its year, or the whole date, from the file's name where the digest names none.</param>
/// <param name="Path">The document's path.</param>
public readonly record struct DigestOrder(DigestDate Date, string Path) : IComparable<DigestOrder>
{
    /// <summary>The order of a digest.</summary>
    public static DigestOrder Of(string path, SyntaxTree tree)
    {
        var named = DateInName(System.IO.Path.GetFileName(path));
        foreach (var line in tree.Root.DateLines)
        {
            if (line.Date.IsPossible)
            {
                return new(line.Date.Year > 0 ? line.Date : line.Date with { Year = named.Year }, path);
            }
        }
        return new(named, path);
    }

    /// <inheritdoc/>
    public int CompareTo(DigestOrder other)
    {
        var byDate = Date.CompareTo(other.Date);
        return byDate != 0 ? byDate : string.CompareOrdinal(Path, other.Path);
    }

    /// <summary>The first possible ISO date in a file's name, without its folder; the default value where there is none.</summary>
    public static DigestDate DateInName(string name)
    {
        Span<byte> ascii = stackalloc byte[10];
        for (var i = 0; i + ascii.Length <= name.Length; i++)
        {
            var isWhole =
                (i == 0 || !char.IsAsciiDigit(name[i - 1]))
                && (i + ascii.Length == name.Length || !char.IsAsciiDigit(name[i + ascii.Length]));
            if (
                isWhole
                && Encoding.ASCII.TryGetBytes(name.AsSpan(i, ascii.Length), ascii, out _)
                && DateLines.ParseIso(ascii) is { IsPossible: true } date
            )
            {
                return date;
            }
        }
        return default;
    }
}
