using System.Collections;
using System.Collections.Immutable;
using DigestLsp.Syntax;

namespace DigestLsp.Workspaces;

/// <summary>
/// The papers of a document, in order. Those of a closed document are kept; those of an open one are a view of its tree, where their
/// facts are attached, so that nothing is copied when a character is typed.
/// </summary>
public sealed class DocumentPapers : IReadOnlyList<DocumentPaper>
{
    private readonly SyntaxTree? _tree;
    private readonly ImmutableArray<DocumentPaper> _papers;

    /// <summary>No papers.</summary>
    public static DocumentPapers None { get; } = new([]);

    /// <param name="papers">The papers of a closed document.</param>
    internal DocumentPapers(ImmutableArray<DocumentPaper> papers)
    {
        _papers = papers;
        Length = papers.Length;
    }

    /// <param name="tree">The tree of an open document.</param>
    internal DocumentPapers(SyntaxTree tree)
    {
        _tree = tree;
        Length = tree.PaperCount;
    }

    /// <summary>The number of papers.</summary>
    public int Length { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Length == 0;

    int IReadOnlyCollection<DocumentPaper>.Count => Length;

    /// <summary>One paper. Of an open document it is looked up in O(log n): who needs many of them should walk.</summary>
    public DocumentPaper this[int index]
    {
        get
        {
            if (_tree is null)
            {
                return _papers[index];
            }
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            var paper = _tree.Root.WalkPapers(index);
            paper.MoveNext();
            return At(paper);
        }
    }

    /// <summary>The papers from one number up to, but not including, another.</summary>
    public IEnumerable<DocumentPaper> Between(int start, int end)
    {
        if (_tree is null)
        {
            for (var i = start; i < end; i++)
            {
                yield return _papers[i];
            }
            yield break;
        }
        var paper = _tree.Root.WalkPapers(start);
        while (paper.Index + 1 < end && paper.MoveNext())
        {
            yield return At(paper);
        }
    }

    /// <summary>The numbers of the papers of which a title and an abstract have hardly a word in common.</summary>
    public IEnumerable<int> WithUnmentionedTitles()
    {
        if (_tree is null)
        {
            for (var i = 0; i < _papers.Length; i++)
            {
                if (_papers[i].Facts.TitleIsHardlyMentioned)
                {
                    yield return i;
                }
            }
            yield break;
        }
        var paper = _tree.Root.WalkPapers();
        while (paper.MoveNext<TitleIsHardlyMentioned>())
        {
            yield return paper.Index;
        }
    }

    /// <summary>The number of the last paper whose head begins at a position or before it, −1 if there is none.</summary>
    public int At(int position)
    {
        if (_tree is not null)
        {
            return _tree.Root.PaperAt(position);
        }
        var low = 0;
        var high = _papers.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_papers[middle].Head.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return high;
    }

    /// <summary>
    /// How many papers at the start, and how many of the others at the end, are the same in both. Versions of an open document are
    /// compared by what their trees share: a paper that was written anew may then count as another though its content is the same.
    /// </summary>
    internal (int Prefix, int Suffix) CommonEnds(DocumentPapers other)
    {
        if (_tree is not null && other._tree is not null)
        {
            return _tree.SharedPapers(other._tree);
        }
        var shorter = Math.Min(Length, other.Length);
        var prefix = Between(0, shorter).Zip(other.Between(0, shorter)).TakeWhile(AreSame).Count();
        var suffix = 0;
        while (suffix < shorter - prefix && AreSame((this[Length - suffix - 1], other[other.Length - suffix - 1])))
        {
            suffix++;
        }
        return (prefix, suffix);
    }

    /// <inheritdoc/>
    public IEnumerator<DocumentPaper> GetEnumerator() => Between(0, Length).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static DocumentPaper At(PaperWalk paper) => new(paper.GetOrAttach(PaperFactsReader.Compute), paper.HeadSpan);

    private static bool AreSame((DocumentPaper One, DocumentPaper Other) papers) =>
        ReferenceEquals(papers.One.Facts, papers.Other.Facts) || papers.One.Facts.Content == papers.Other.Facts.Content;

    private readonly struct TitleIsHardlyMentioned : IPaperTrait
    {
        public static bool IsOf(PaperWalk paper) => paper.GetOrAttach(PaperFactsReader.Compute).TitleIsHardlyMentioned;
    }
}
