using DigestLsp.Collections;

namespace DigestLsp.Syntax.Green;

/// <summary>A digest without positions.</summary>
/// <param name="Entries">Its elements, in order.</param>
/// <param name="Blank">The width of a text that has no element at all, but white space; else 0.</param>
internal sealed record GreenDigest(SummaryTree<GreenEntry, EntrySummary> Entries, int Blank)
{
    public int Width => Entries.Summary.Width + Blank;
}
