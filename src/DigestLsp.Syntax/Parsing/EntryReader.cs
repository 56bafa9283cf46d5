using DigestLsp.Syntax;
using DigestLsp.Syntax.Green;

namespace DigestLsp.Parsing;

/// <summary>Groups blocks into banner lines, date lines, papers and skipped text.</summary>
internal readonly ref struct EntryReader
{
    private readonly ReadOnlySpan<GreenBlock> _blocks;
    private readonly (BlockFeatures Far, BlockFeatures Near) _before;
    private readonly BlockFeatures _after;

    private EntryReader(ReadOnlySpan<GreenBlock> blocks, (BlockFeatures Far, BlockFeatures Near) before, BlockFeatures after)
    {
        _blocks = blocks;
        _before = before;
        _after = after;
    }

    /// <summary>Groups a stretch of blocks that begins and ends where entries do.</summary>
    /// <param name="blocks">The stretch.</param>
    /// <param name="before">The features of the two blocks before it, the nearer one last.</param>
    /// <param name="after">The features of the block after it.</param>
    public static List<GreenEntry> Read(
        ReadOnlySpan<GreenBlock> blocks,
        (BlockFeatures Far, BlockFeatures Near) before = default,
        BlockFeatures after = default
    )
    {
        var reader = new EntryReader(blocks, before, after);
        var entries = new List<GreenEntry>((blocks.Length / 2) + 1);
        for (var start = 0; start < blocks.Length; )
        {
            var end = reader.EndOfEntry(start);
            entries.Add(reader.Entry(start, end));
            start = end;
        }
        return entries;
    }

    private BlockFeatures At(int index) =>
        index switch
        {
            -2 => _before.Far,
            -1 => _before.Near,
            _ when index < _blocks.Length => _blocks[index].Features,
            _ => _after,
        };

    private bool IsTitle(int index) => BlockClassifier.IsTitle(At(index - 1), At(index), At(index + 1));

    private bool IsParagraph(int index) => IsProse(index) && !IsTitle(index);

    private bool IsProse(int index) =>
        BlockClassifier.IsProse(At(index)) && !BlockClassifier.IsUnknownBanner(At(index - 1), At(index), At(index + 1));

    private int EndOfEntry(int start)
    {
        var end = start + 1;
        if (!IsProse(start))
        {
            return end;
        }
        if (IsTitle(start))
        {
            if (end == _blocks.Length || !IsParagraph(end))
            {
                return end;
            }
            end++;
        }
        while (end < _blocks.Length && IsParagraph(end) && BlockClassifier.ReadsOn(At(end - 1), At(end)))
        {
            end++;
        }
        return end;
    }

    private GreenEntry Entry(int start, int end) =>
        At(start).Shape switch
        {
            BlockShape.Banner => new(SyntaxKind.Banner, null, _blocks[start..end], SyntaxFacts.None),
            BlockShape.Date => new(SyntaxKind.DateLine, null, _blocks[start..end], SyntaxFacts.None),
            BlockShape.Noise => new(SyntaxKind.SkippedText, null, _blocks[start..end], SyntaxFacts.SkippedText),
            _ when !IsProse(start) => new(SyntaxKind.SkippedText, null, _blocks[start..end], SyntaxFacts.SkippedText),
            _ => Paper(start, end),
        };

    private GreenEntry Paper(int start, int end)
    {
        var title = IsTitle(start) ? _blocks[start] : null;
        var paragraphs = _blocks[(title is null ? start : start + 1)..end];
        var facts =
            (title is null ? SyntaxFacts.AbstractWithoutTitle : 0)
            | (paragraphs.IsEmpty ? SyntaxFacts.TitleWithoutAbstract : 0)
            | (paragraphs.Length > 1 ? SyntaxFacts.SplitAbstract : 0);
        for (var i = start; i < end; i++)
        {
            // The blank line that is missing before a paper's first block is that paper's fact, not that of what stands before it.
            facts |=
                (At(i).Has(BlockTraits.HardWrapped) ? SyntaxFacts.HardWrapped : 0)
                | (BlockClassifier.IsProse(At(i - 1)) && !At(i - 1).Has(BlockTraits.BlankLineAfter) ? SyntaxFacts.MissingBlankLine : 0);
        }
        return new(SyntaxKind.Paper, title, paragraphs, facts);
    }
}
