using System.Numerics;
using DigestLsp.Collections;

namespace DigestLsp.Text;

/// <summary>What a stretch of text counts: bytes, UTF-16 units and line breaks, and those bytes that lie in an array which chunks share.</summary>
internal readonly record struct TextSummary(int Bytes, int Units, int Breaks, int Shared)
    : IAdditionOperators<TextSummary, TextSummary, TextSummary>
{
    public static TextSummary operator +(TextSummary left, TextSummary right) =>
        new(left.Bytes + right.Bytes, left.Units + right.Units, left.Breaks + right.Breaks, left.Shared + right.Shared);
}

/// <summary>Searches text by bytes.</summary>
internal readonly struct ByBytes : IMeasure<TextSummary>
{
    public static int Of(in TextSummary summary) => summary.Bytes;
}

/// <summary>Searches text by UTF-16 units.</summary>
internal readonly struct ByUnits : IMeasure<TextSummary>
{
    public static int Of(in TextSummary summary) => summary.Units;
}

/// <summary>Searches text by line breaks.</summary>
internal readonly struct ByBreaks : IMeasure<TextSummary>
{
    public static int Of(in TextSummary summary) => summary.Breaks;
}
