using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>
/// A walk over all that a digest consists of, papers or not, or over what of it has a trait, that makes no nodes; see
/// <see cref="PaperWalk"/>.
/// </summary>
public struct EntryWalk
{
    private readonly DigestSyntax _digest;
    private SummaryTree<GreenEntry, EntrySummary>.Enumerator _entries;
    private GreenEntry? _current;
    private int _nextEntry;
    private int _nextStart;

    internal EntryWalk(DigestSyntax digest)
    {
        _digest = digest;
        _entries = digest.Green.Entries.GetEnumerator();
    }

    /// <summary>A walk that is at an entry and goes nowhere.</summary>
    internal EntryWalk(DigestSyntax digest, GreenEntry entry, int start)
    {
        _digest = digest;
        _current = entry;
        (_nextEntry, Start, _nextStart) = (int.MaxValue, start, start + entry.Width);
    }

    /// <summary>The text of the whole digest.</summary>
    public readonly SourceText Text => _digest.Tree.Text;

    /// <summary>The full span's start of the entry that the walk is at.</summary>
    public int Start { get; private set; }

    /// <summary>Whether the entry is the last one.</summary>
    public readonly bool IsLast => _nextStart == Text.Length;

    /// <summary>Goes on to the next entry.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (!_entries.MoveNext())
        {
            return false;
        }
        _nextEntry++;
        _current = _entries.Current;
        Start = _nextStart;
        _nextStart += _current.Width;
        return true;
    }

    /// <summary>Goes on to the next entry that has a trait, passing by all others at once.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext<TTrait>()
        where TTrait : IEntryTrait
    {
        var entries = _digest.Green.Entries;
        var (found, before) = entries.FindNext(new EntryTrait<TTrait>(_digest), _nextEntry);
        if (found < 0)
        {
            return false;
        }
        _entries = entries.EnumerateFrom(found);
        (_nextEntry, _nextStart) = (found, before.Width);
        return MoveNext();
    }

    /// <summary>Goes on to the last entry.</summary>
    /// <returns>Whether there is one behind that at which the walk is.</returns>
    public bool MoveToLast()
    {
        var entries = _digest.Green.Entries;
        if (_nextEntry >= entries.Count)
        {
            return false;
        }
        _nextEntry = entries.Count - 1;
        _entries = entries.EnumerateFrom(_nextEntry);
        _nextStart = entries.Summary.Width - entries[_nextEntry].Width;
        return MoveNext();
    }

    /// <summary>
    /// A value computed once from this entry's own text and kept for as long as any tree holds the entry with this text. It must
    /// hold no positions but such relative to the entry.
    /// </summary>
    public readonly T GetOrAttach<T>(Func<EntryWalk, T> compute)
        where T : class => _current!.Attached<T>() ?? _current.GetOrAttach(this, compute);

    /// <summary>The node of the entry that the walk is at.</summary>
    public readonly SyntaxNode ToSyntax() => _digest.Create(_current!, Start);

    /// <summary>A walk over the entry's lines that makes no tokens.</summary>
    public readonly LineWalk WalkLines() => new(_current!, Start);
}

/// <summary>A walk over the lines of an entry, of whatever kind, in order.</summary>
public struct LineWalk
{
    private readonly GreenEntry _entry;
    private int _block;
    private int _line;
    private int _next;

    internal LineWalk(GreenEntry entry, int start)
    {
        _entry = entry;
        _next = start;
        _line = -1;
    }

    /// <summary>White space before the line's text; before the first line of a text, blank lines as well.</summary>
    public TextSpan LeadingTrivia { get; private set; }

    /// <summary>White space after the line's text, its line break, and the blank lines that follow.</summary>
    public TextSpan TrailingTrivia { get; private set; }

    /// <summary>Goes on to the next line.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_block < _entry.BlockCount && ++_line == _entry.Block(_block).LineCount)
        {
            _block++;
            _line = 0;
        }
        if (_block == _entry.BlockCount)
        {
            return false;
        }
        var line = _entry.Block(_block).Line(_line);
        LeadingTrivia = new(_next, line.Leading);
        TrailingTrivia = new(_next + line.Leading + line.Text, line.Trailing);
        _next += line.Width;
        return true;
    }
}
