using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>A walk over the papers of a digest that makes no nodes, or over those of them that have a trait.</summary>
public struct PaperWalk
{
    private readonly DigestSyntax _digest;
    private SummaryTree<GreenEntry, EntrySummary>.Enumerator _entries;
    private GreenEntry? _current;
    private int _nextEntry;
    private int _nextStart;

    internal PaperWalk(DigestSyntax digest, int firstEntry, in EntrySummary before)
    {
        _digest = digest;
        _entries = digest.Green.Entries.EnumerateFrom(firstEntry);
        (_nextEntry, _nextStart, Index) = (firstEntry, before.Width, before.Papers - 1);
    }

    /// <summary>A walk that is at a paper and goes nowhere.</summary>
    internal PaperWalk(DigestSyntax digest, GreenEntry paper, in EntrySummary before)
    {
        _digest = digest;
        _current = paper;
        (_nextEntry, Start, Index) = (int.MaxValue, before.Width, before.Papers);
    }

    /// <summary>The number of the paper that the walk is at, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>The full span's start of the paper that the walk is at.</summary>
    public int Start { get; private set; }

    /// <summary>The title of the paper that the walk is at or, where that is missing, its abstract's first line.</summary>
    public readonly TextSpan HeadSpan => _current!.HeadWithin.Shift(Start);

    /// <summary>Whether the paper that the walk is at has metadata lines.</summary>
    public readonly bool HasMetadata => _current!.HasMetadata;

    /// <summary>Goes on to the next paper.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (_entries.MoveNext())
        {
            _nextEntry++;
            _current = _entries.Current;
            Start = _nextStart;
            _nextStart += _current.Width;
            if (_current.Kind == SyntaxKind.Paper)
            {
                Index++;
                return true;
            }
        }
        return false;
    }

    /// <summary>Goes on to the next paper that has a trait, passing by all others at once.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext<TTrait>()
        where TTrait : IPaperTrait
    {
        var entries = _digest.Green.Entries;
        var (found, before) = entries.FindNext(new PaperTrait<TTrait>(_digest), _nextEntry);
        if (found < 0)
        {
            return false;
        }
        _entries = entries.EnumerateFrom(found);
        (_nextEntry, _nextStart, Index) = (found, before.Width, before.Papers - 1);
        return MoveNext();
    }

    /// <summary>As <see cref="PaperSyntax.GetOrAttach"/>; a node is made only where there is something to compute.</summary>
    public readonly T GetOrAttach<T>(Func<PaperSyntax, T> compute)
        where T : class => _current!.Attached<T>() ?? ToSyntax().GetOrAttach(compute);

    /// <summary>The node of the paper that the walk is at.</summary>
    public readonly PaperSyntax ToSyntax() => new(_digest.Tree, _digest, _current!, Start);
}
