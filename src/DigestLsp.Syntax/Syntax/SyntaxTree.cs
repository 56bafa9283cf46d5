using DigestLsp.Parsing;
using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Syntax;

/// <summary>
/// A digest, parsed. Every text has a tree; every character belongs to one token or to the trivia around one, so that the tree
/// prints back as it was read.
/// </summary>
public sealed class SyntaxTree
{
    private readonly GreenDigest _green;
    private DigestSyntax? _root;

    private SyntaxTree(SourceText text, GreenDigest green)
    {
        Text = text;
        _green = green;
    }

    /// <summary>The text that was parsed.</summary>
    public SourceText Text { get; }

    /// <summary>The root node, made on demand as all nodes are.</summary>
    public DigestSyntax Root => _root ??= new DigestSyntax(this, _green);

    /// <summary>The number of papers.</summary>
    public int PaperCount => _green.Entries.Summary.Papers;

    /// <summary>Parses a text. Every text can be parsed.</summary>
    public static SyntaxTree Parse(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, DigestParser.Parse(text));
    }

    /// <summary>
    /// The tree of the text with these changes made, equal to the tree that parsing that text would give. All spans speak of
    /// this tree's text.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text.</exception>
    /// <exception cref="ArgumentException">Two changes overlap.</exception>
    public SyntaxTree WithChanges(params TextChange[] changes)
    {
        var ordered = Text.Ordered(changes);
        var text = Text;
        var green = _green;
        for (var i = ordered.Length - 1; i >= 0; i--)
        {
            text = text.WithChanges(ordered[i]);
            green = IncrementalParser.Parse(green, ordered[i], text);
        }
        return ordered.Length == 0 ? this : new(text, green);
    }

    /// <summary>What the parser met: facts, from which rules make findings.</summary>
    public IEnumerable<SyntaxDiagnostic> GetDiagnostics()
    {
        for (var i = 0; i < _green.Entries.Summary.Flawed; i++)
        {
            var node = Root.GetFlawed(i);
            for (var facts = (int)node.Facts; facts != 0; facts &= facts - 1)
            {
                yield return new((SyntaxFacts)(facts & -facts), node.Span);
            }
        }
    }

    /// <summary>
    /// How many papers at the start, and how many of the others at the end, this tree shares with one that it was made of by changes,
    /// or that was made of it. Takes O(log n) where these are in one place.
    /// </summary>
    public (int Prefix, int Suffix) SharedPapers(SyntaxTree other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (prefix, suffix) = _green.Entries.CommonEnds(other._green.Entries);
        var entries = _green.Entries;
        return (entries.SummaryOfFirst(prefix).Papers, entries.Summary.Papers - entries.SummaryOfFirst(entries.Count - suffix).Papers);
    }

    /// <summary>Whether both trees have the same nodes, with the same widths and the same facts.</summary>
    public bool HasSameShape(SyntaxTree other)
    {
        if (_green.Blank != other._green.Blank || _green.Entries.Count != other._green.Entries.Count)
        {
            return false;
        }
        var theirs = other._green.Entries.GetEnumerator();
        foreach (var entry in _green.Entries)
        {
            theirs.MoveNext();
            if (!ReferenceEquals(entry, theirs.Current) && !entry.HasSameShape(theirs.Current))
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>One fact that the parser met.</summary>
/// <param name="Fact">What it is: one flag.</param>
/// <param name="Span">The text of the node that it concerns.</param>
public readonly record struct SyntaxDiagnostic(SyntaxFacts Fact, TextSpan Span);
