namespace DigestLsp.Text;

/// <summary>A position as editors count: both numbers from 0, the character in UTF-16 units.</summary>
/// <param name="Line">The line. Lines end at LF, CRLF or a lone CR.</param>
/// <param name="Character">Units from the start of the line.</param>
public readonly record struct LinePosition(int Line, int Character) : IComparable<LinePosition>
{
    /// <inheritdoc/>
    public int CompareTo(LinePosition other) => Line != other.Line ? Line.CompareTo(other.Line) : Character.CompareTo(other.Character);

    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Character}";
}

/// <summary>A stretch between two positions, the second not included.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Just past its last unit.</param>
public readonly record struct LinePositionSpan(LinePosition Start, LinePosition End)
{
    /// <summary>The same stretch so many lines further down.</summary>
    public LinePositionSpan ShiftLines(int lines) => new(Start with { Line = Start.Line + lines }, End with { Line = End.Line + lines });

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}
