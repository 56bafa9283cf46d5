using DigestLsp.Collections;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>A walk over all that a digest consists of, papers or not, that makes no nodes; see <see cref="PaperWalk"/>.</summary>
public struct EntryWalk
{
    private SummaryTree<GreenEntry, EntrySummary>.Enumerator _entries;
    private int _next;

    internal EntryWalk(SourceText text, SummaryTree<GreenEntry, EntrySummary>.Enumerator entries)
    {
        Text = text;
        _entries = entries;
    }

    /// <summary>The text of the whole digest.</summary>
    public SourceText Text { get; }

    /// <summary>The full span's start of the entry that the walk is at.</summary>
    public int Start { get; private set; }

    /// <summary>Whether the entry is the last one.</summary>
    public readonly bool IsLast => _next == Text.Length;

    /// <summary>Goes on to the next entry.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (!_entries.MoveNext())
        {
            return false;
        }
        Start = _next;
        _next += _entries.Current.Width;
        return true;
    }

    /// <summary>
    /// A value computed once from this entry's own text and kept for as long as any tree holds the entry with this text. It must
    /// hold no positions but such relative to the entry.
    /// </summary>
    public readonly T GetOrAttach<T>(Func<EntryWalk, T> compute)
        where T : class => _entries.Current.Attached<T>() ?? _entries.Current.GetOrAttach(this, compute);

    /// <summary>A walk over the entry's lines that makes no tokens.</summary>
    public readonly LineWalk WalkLines() => new(_entries.Current, Start);
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
