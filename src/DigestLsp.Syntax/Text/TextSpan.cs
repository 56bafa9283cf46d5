namespace DigestLsp.Text;

/// <summary>A stretch of text, in UTF-16 units from the start of the text.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="Length">The number of units.</param>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>The position just past the last unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether the span holds no unit.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to, but not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the unit at <paramref name="position"/> lies inside.</summary>
    public bool Contains(int position) => (uint)(position - Start) < (uint)Length;

    /// <summary>Whether <paramref name="position"/> lies inside or at either end, where a caret would.</summary>
    public bool Touches(int position) => position >= Start && position <= End;

    /// <summary>The same stretch, <paramref name="units"/> further on.</summary>
    public TextSpan Shift(int units) => new(Start + units, Length);

    /// <inheritdoc/>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End})";
}
