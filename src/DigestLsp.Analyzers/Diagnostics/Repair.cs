using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// What mends a finding by changing the characters that are at fault and no others. Where it is applied, the rule finds nothing
/// there any more.
/// </summary>
/// <param name="Title">What it does, as a command without a period: ‘Replace ‘&amp;amp;’ by ‘&amp;’’.</param>
/// <param name="Changes">By place, not overlapping, all within the finding's span.</param>
/// <param name="IsSafe">
/// Whether the text can have but this one reading, so that it may be applied to all findings at once without anybody looking.
/// </param>
public sealed record Repair(string Title, ImmutableArray<TextChange> Changes, bool IsSafe = true)
{
    /// <summary>A repair that replaces one stretch.</summary>
    public static Repair Replace(TextSpan span, string replacement, string title, bool isSafe = true) =>
        new(title, [new(span, replacement)], isSafe);

    /// <inheritdoc/>
    public bool Equals(Repair? other) =>
        other is not null && Title == other.Title && IsSafe == other.IsSafe && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Changes.Length);

    /// <summary>The same repair of text that stands elsewhere.</summary>
    /// <param name="units">How much later, in UTF-16 units.</param>
    public Repair Shift(int units) =>
        units == 0 ? this : this with { Changes = [.. Changes.Select(change => change with { Span = change.Span.Shift(units) })] };
}
