using System.Runtime.InteropServices;
using DigestLsp.Syntax;
using DigestLsp.Syntax.Green;

namespace DigestLsp.Parsing;

/// <summary>Groups blocks into banner lines, date lines, papers and skipped text.</summary>
internal static class EntryReader
{
    /// <summary>Reads the entries of a stretch of text that begins and ends where runs of lines do.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="before">The features of the two blocks before it, the nearer one last.</param>
    /// <param name="after">The features of the block after it.</param>
    /// <param name="blank">The width of the stretch where it holds no entry, else 0.</param>
    public static List<GreenEntry> Read(
        ReadOnlySpan<byte> text,
        (BlockFeatures Far, BlockFeatures Near) before,
        BlockFeatures after,
        out int blank
    )
    {
        var blocks = new List<GreenBlock>((text.Length / 1024) + 4);
        blank = BlockReader.Read(text, blocks);
        var entries = new List<GreenEntry>((blocks.Count / 2) + 4);
        var all = CollectionsMarshal.AsSpan(blocks);
        for (var i = 0; i < all.Length; )
        {
            var end = EndOfEntry(i);
            entries.Add(Entry(all[i..end], IsTitle(i), NoBlankLineWithin(all[i..end]) || FollowsProseDirectly(i)));
            i = end;
        }
        return entries;

        BlockFeatures At(int index) =>
            index switch
            {
                -2 => before.Far,
                -1 => before.Near,
                _ when index < blocks.Count => blocks[index].Features,
                _ when index == blocks.Count => after,
                _ => default,
            };

        bool IsTitle(int index) => BlockClassifier.IsTitle(At(index - 1), At(index), At(index + 1));

        int EndOfEntry(int start)
        {
            var end = start + 1;
            if (!BlockClassifier.IsProse(At(start)))
            {
                return end;
            }
            if (IsTitle(start))
            {
                if (end == blocks.Count || !IsParagraph(end))
                {
                    return end;
                }
                end++;
            }
            while (end < blocks.Count && IsParagraph(end) && BlockClassifier.ReadsOn(At(end - 1), At(end)))
            {
                end++;
            }
            return end;
        }

        bool IsParagraph(int index) => BlockClassifier.IsProse(At(index)) && !IsTitle(index);

        bool FollowsProseDirectly(int index) =>
            BlockClassifier.IsProse(At(index)) && BlockClassifier.IsProse(At(index - 1)) && !At(index - 1).Has(BlockTraits.BlankLineAfter);
    }

    private static bool NoBlankLineWithin(ReadOnlySpan<GreenBlock> blocks)
    {
        foreach (var block in blocks[..^1])
        {
            if (!block.Features.Has(BlockTraits.BlankLineAfter))
            {
                return true;
            }
        }
        return false;
    }

    private static GreenEntry Entry(ReadOnlySpan<GreenBlock> blocks, bool startsWithTitle, bool missingBlankLine) =>
        blocks[0].Features.Shape switch
        {
            BlockShape.Banner => new(SyntaxKind.Banner, null, blocks, SyntaxFacts.None),
            BlockShape.Date => new(SyntaxKind.DateLine, null, blocks, SyntaxFacts.None),
            BlockShape.Noise => new(SyntaxKind.SkippedText, null, blocks, SyntaxFacts.SkippedText),
            _ => Paper(blocks, startsWithTitle, missingBlankLine),
        };

    private static GreenEntry Paper(ReadOnlySpan<GreenBlock> blocks, bool startsWithTitle, bool missingBlankLine)
    {
        var title = startsWithTitle ? blocks[0] : null;
        var paragraphs = startsWithTitle ? blocks[1..] : blocks;
        var facts = SyntaxFacts.None;
        if (title is null)
        {
            facts |= SyntaxFacts.AbstractWithoutTitle;
        }
        if (paragraphs.IsEmpty)
        {
            facts |= SyntaxFacts.TitleWithoutAbstract;
        }
        if (paragraphs.Length > 1)
        {
            facts |= SyntaxFacts.SplitAbstract;
        }
        if (missingBlankLine)
        {
            facts |= SyntaxFacts.MissingBlankLine;
        }
        foreach (var block in blocks)
        {
            if (block.Features.Has(BlockTraits.HardWrapped))
            {
                facts |= SyntaxFacts.HardWrapped;
            }
        }
        return new(SyntaxKind.Paper, title, paragraphs, facts);
    }
}
