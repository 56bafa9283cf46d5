using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// How the lines of an entry end. It is kept with the entry, so that a keystroke in a file of any size looks at the lines of one
/// entry; entries alike share one.
/// </summary>
/// <param name="Counts">The line ends.</param>
/// <param name="IsTidy">Whether nothing else than line ends stands between lines, and not too many of them.</param>
internal sealed record EntryLines(LineEndingCounts Counts, bool IsTidy)
{
    /// <summary>Entries with few lines, as nearly all are, that end in LF or in CRLF.</summary>
    private static readonly EntryLines[] Common =
    [
        .. Enumerable.Range(0, 16).Select(count => new EntryLines(new(count, 0, 0), IsTidy: true)),
        .. Enumerable.Range(0, 16).Select(count => new EntryLines(new(0, count, 0), IsTidy: true)),
    ];

    /// <summary>How the lines of an entry end.</summary>
    public static EntryLines Of(EntryWalk entry) => entry.GetOrAttach(static entry => Read(entry));

    /// <summary>What the lines of a digest end in: the usual kind, and whether there is no other.</summary>
    public static (LineEnding Usual, bool IsUniform) EndingsIn(DigestSyntax digest)
    {
        var (lf, crLf, cr) = (digest.AnyEntry<EndInLf>(), digest.AnyEntry<EndInCrLf>(), digest.AnyEntry<EndInCr>());
        var counts = new LineEndingCounts(lf ? 1 : 0, crLf ? 1 : 0, cr ? 1 : 0);
        if (counts.IsUniform)
        {
            return (counts.Usual, true);
        }
        counts = default;
        for (var entry = digest.WalkEntries(); entry.MoveNext(); )
        {
            counts += Of(entry).Counts;
        }
        return (counts.Usual, counts.IsUniform);
    }

    /// <summary>What is wrong with the lines of an entry, in positions relative to it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="usual">What lines should end in.</param>
    public static ImmutableArray<LineFlaw> FlawsOf(EntryWalk entry, LineEnding usual) =>
        // The last entry is another one as soon as something follows it.
        entry.IsLast
            ? FindFlaws(entry, usual)
            : entry.GetOrAttach(static _ => new Flaws()).ByEnding[(int)usual] ??= new(FindFlaws(entry, usual));

    private static EntryLines Read(EntryWalk entry)
    {
        var counts = default(LineEndingCounts);
        var isTidy = true;
        using var gaps = new GapReader(entry.Text, stackalloc char[GapReader.WindowLength]);
        for (var line = entry.WalkLines(); line.MoveNext(); )
        {
            isTidy &= line.LeadingTrivia.IsEmpty || BlankLines(entry.Text, line.LeadingTrivia).IsEmpty;
            isTidy &= LineGap.IsTidy(gaps.Read(line.TrailingTrivia), ref counts);
        }
        return (counts, isTidy) switch
        {
            ({ Lf: < 16, CrLf: 0, Cr: 0 }, true) => Common[counts.Lf],
            ({ Lf: 0, CrLf: < 16, Cr: 0 }, true) => Common[16 + counts.CrLf],
            _ => new(counts, isTidy),
        };
    }

    private static ImmutableArray<LineFlaw> FindFlaws(EntryWalk entry, LineEnding usual)
    {
        var flaws = ImmutableArray.CreateBuilder<LineFlaw>();
        using var gaps = new GapReader(entry.Text, stackalloc char[GapReader.WindowLength]);
        for (var line = entry.WalkLines(); line.MoveNext(); )
        {
            var blank = line.LeadingTrivia.IsEmpty ? default : BlankLines(entry.Text, line.LeadingTrivia).Shift(-entry.Start);
            if (!blank.IsEmpty)
            {
                flaws.Add(new(blank, "Blank lines stand above the first line", [new(blank, string.Empty)]));
            }
            var span = line.TrailingTrivia;
            var kept = span.End == entry.Text.Length ? 1 : 2;
            if (LineGap.Find(gaps.Read(span), span.Start - entry.Start, usual, kept) is { } flaw)
            {
                flaws.Add(flaw);
            }
        }
        return flaws.DrainToImmutable();
    }

    /// <summary>The blank lines above the first line of a digest, without the byte order mark.</summary>
    private static TextSpan BlankLines(SourceText text, TextSpan leading)
    {
        var characters = text.ToString(leading);
        var end = characters.AsSpan().LastIndexOfAny('\r', '\n') + 1;
        var start = end > 0 && characters[0] == '\uFEFF' ? 1 : 0;
        return new(leading.Start + start, Math.Max(0, end - start));
    }

    /// <summary>Of entries with something else than line ends between their lines, or too many of them.</summary>
    public readonly struct AreUntidy : IEntryTrait
    {
        public static bool IsOf(EntryWalk entry) => !Of(entry).IsTidy;
    }

    private readonly struct EndInLf : IEntryTrait
    {
        public static bool IsOf(EntryWalk entry) => Of(entry).Counts.Lf > 0;
    }

    private readonly struct EndInCrLf : IEntryTrait
    {
        public static bool IsOf(EntryWalk entry) => Of(entry).Counts.CrLf > 0;
    }

    private readonly struct EndInCr : IEntryTrait
    {
        public static bool IsOf(EntryWalk entry) => Of(entry).Counts.Cr > 0;
    }

    /// <summary>What was found, by what lines should end in.</summary>
    private sealed class Flaws
    {
        public Found?[] ByEnding { get; } = new Found?[3];
    }

    /// <summary>A reference, so that it is there as a whole or not at all for other threads.</summary>
    private sealed record Found(ImmutableArray<LineFlaw> Flaws)
    {
        public static implicit operator ImmutableArray<LineFlaw>(Found found) => found.Flaws;
    }
}
