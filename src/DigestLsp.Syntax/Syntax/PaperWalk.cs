using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>
/// A walk over the papers of a digest that makes no nodes: after every keystroke somebody passes by all papers to look at the one
/// that changed.
/// </summary>
public struct PaperWalk
{
    private readonly DigestSyntax _digest;
    private SummaryTree<GreenEntry, EntrySummary>.Enumerator _entries;
    private int _next;

    internal PaperWalk(DigestSyntax digest, SummaryTree<GreenEntry, EntrySummary>.Enumerator entries)
    {
        _digest = digest;
        _entries = entries;
    }

    /// <summary>The full span's start of the paper that the walk is at.</summary>
    public int Start { get; private set; }

    /// <summary>The title of the paper that the walk is at or, where that is missing, its abstract's first line.</summary>
    public readonly TextSpan HeadSpan => _entries.Current.HeadWithin.Shift(Start);

    /// <summary>Whether the paper that the walk is at has metadata lines.</summary>
    public readonly bool HasMetadata => _entries.Current.HasMetadata;

    /// <summary>Goes on to the next paper.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (_entries.MoveNext())
        {
            Start = _next;
            _next += _entries.Current.Width;
            if (_entries.Current.Kind == SyntaxKind.Paper)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>As <see cref="PaperSyntax.GetOrAttach"/>; a node is made only where there is something to compute.</summary>
    public readonly T GetOrAttach<T>(Func<PaperSyntax, T> compute)
        where T : class => _entries.Current.Attached<T>() ?? ToSyntax().GetOrAttach(compute);

    /// <summary>The node of the paper that the walk is at.</summary>
    public readonly PaperSyntax ToSyntax() => new(_digest.Tree, _digest, _entries.Current, Start);
}
