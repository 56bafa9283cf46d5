namespace DigestLsp.Syntax;

/// <summary>The date of a section. The day may be one that its month does not have; see <see cref="IsPossible"/>.</summary>
/// <param name="Year">The year, or 0 where the date line names none.</param>
/// <param name="Month">1 to 12; from ISO dates also 0 and 13 to 99.</param>
/// <param name="Day">0 to 99 as written.</param>
public readonly record struct DigestDate(int Year, int Month, int Day) : IComparable<DigestDate>
{
    /// <summary>Whether the calendar has this day. Without a year, February has 29 days.</summary>
    public bool IsPossible =>
        Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year is >= 1 and <= 9999 ? Year : 2000, Month);

    /// <inheritdoc/>
    public int CompareTo(DigestDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>Packed into one number that orders as dates do; 0 for no date.</summary>
    internal int Packed => (Year << 14) | (Month << 7) | Day;

    internal static DigestDate FromPacked(int packed) => new(packed >> 14, (packed >> 7) & 0x7F, packed & 0x7F);

    /// <summary>ISO, or month and day alone where the year is not known.</summary>
    public override string ToString() => Year > 0 ? $"{Year:D4}-{Month:D2}-{Day:D2}" : $"{Month:D2}-{Day:D2}";
}
