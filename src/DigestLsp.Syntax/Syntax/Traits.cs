using DigestLsp.Collections;
using DigestLsp.Syntax.Green;

namespace DigestLsp.Syntax;

/// <summary>
/// A yes or no about a paper by its own text alone. The tree remembers it of whole runs of papers, so that after a keystroke those
/// that have the trait are found without passing by all others.
/// </summary>
public interface IPaperTrait
{
    /// <summary>Whether a paper has it; always the same for the same text.</summary>
    /// <param name="paper">A walk that is at the paper.</param>
    static abstract bool IsOf(PaperWalk paper);
}

/// <summary>As <see cref="IPaperTrait"/>, of anything in a digest.</summary>
public interface IEntryTrait
{
    /// <summary>Whether an entry has it; always the same for the same text.</summary>
    /// <param name="entry">A walk that is at the entry.</param>
    static abstract bool IsOf(EntryWalk entry);
}

/// <summary>What nodes remember traits by: two bits for each. There is room for sixteen.</summary>
internal static class TraitBits
{
    private static int _count;

    public static int Next()
    {
        var number = Interlocked.Increment(ref _count) - 1;
        return number < 16 ? 1 << (2 * number) : throw new InvalidOperationException("Nodes can remember sixteen traits");
    }
}

/// <summary>A trait of papers, for nodes to remember.</summary>
internal readonly struct PaperTrait<TTrait>(DigestSyntax digest) : IItemTrait<GreenEntry, EntrySummary>
    where TTrait : IPaperTrait
{
    private static readonly int Bit = TraitBits.Next();

    public int Known => Bit;

    public int Held => Bit << 1;

    public bool IsOf(GreenEntry item, in EntrySummary before) =>
        item.Kind == SyntaxKind.Paper && TTrait.IsOf(new PaperWalk(digest, item, before));
}

/// <summary>A trait of entries, for nodes to remember.</summary>
internal readonly struct EntryTrait<TTrait>(DigestSyntax digest) : IItemTrait<GreenEntry, EntrySummary>
    where TTrait : IEntryTrait
{
    private static readonly int Bit = TraitBits.Next();

    public int Known => Bit;

    public int Held => Bit << 1;

    public bool IsOf(GreenEntry item, in EntrySummary before) => TTrait.IsOf(new EntryWalk(digest, item, before.Width));
}

/// <summary>Of banner lines, date lines and skipped text.</summary>
internal readonly struct IsNoPaper : IItemTrait<GreenEntry, EntrySummary>
{
    private static readonly int Bit = TraitBits.Next();

    public int Known => Bit;

    public int Held => Bit << 1;

    public bool IsOf(GreenEntry item, in EntrySummary before) => item.Kind != SyntaxKind.Paper;
}
