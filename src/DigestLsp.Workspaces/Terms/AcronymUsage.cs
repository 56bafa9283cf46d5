using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>One thing that an acronym stands for, however it is spelled.</summary>
/// <param name="Text">As it is written first.</param>
/// <param name="Path">The document in which that is.</param>
/// <param name="Keys">The keys of its spellings, sorted; see <see cref="TermKeys.OfExpansion"/>.</param>
/// <param name="IsUnusual">Whether no more than one paper means it, or half as many as mean what is established.</param>
public sealed record AcronymReading(string Text, string Path, ImmutableArray<uint> Keys, bool IsUnusual)
{
    /// <inheritdoc/>
    public bool Equals(AcronymReading? other) =>
        other is not null
        && (Text, Path, IsUnusual) == (other.Text, other.Path, other.IsUnusual)
        && Keys.AsSpan().SequenceEqual(other.Keys.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Path, Keys.Length);
}

/// <summary>
/// An acronym that stands for several things, one of which is established, since at least half of the papers that expand it mean
/// that, and one of which is unusual.
/// </summary>
/// <param name="Name">The acronym, singular.</param>
/// <param name="Readings">What it stands for: first what is established, then the others by where they stand first.</param>
/// <param name="Deviating">The documents that hold an unusual reading.</param>
public sealed record AcronymUsage(string Name, ImmutableArray<AcronymReading> Readings, ImmutableArray<string> Deviating)
{
    /// <summary>What most papers mean; of two things that are meant equally often, the one that stands first.</summary>
    public AcronymReading Established => Readings[0];

    /// <summary>The reading that has an expansion; null if the expansion is another acronym's.</summary>
    /// <param name="expansion">The key of the expansion.</param>
    public AcronymReading? Find(uint expansion)
    {
        foreach (var reading in Readings)
        {
            if (reading.Keys.Contains(expansion))
            {
                return reading;
            }
        }
        return null;
    }

    /// <summary>The first place in a paper at which the acronym has a reading; null if it has it nowhere.</summary>
    public TermDefinition? FindIn(PaperTerms paper, AcronymReading reading) =>
        paper.Definitions.FirstOrDefault(definition => definition.Name == Name && reading.Keys.Contains(definition.ExpansionKey));
}
