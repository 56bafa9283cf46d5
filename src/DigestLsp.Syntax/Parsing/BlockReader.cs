using DigestLsp.Syntax.Green;
using DigestLsp.Text;

namespace DigestLsp.Parsing;

/// <summary>
/// Cuts text into blocks and measures them. A run of lines without a blank one is normally one block; where lines of
/// different kinds stand together in a run (a date over a title, a title over its abstract), each becomes a block.
/// </summary>
internal ref struct BlockReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _isEnd;
    private readonly List<GreenBlock> _blocks;
    private readonly List<RunLine> _run = [];
    private int _offset;

    private BlockReader(ReadOnlySpan<byte> text, bool isEnd, List<GreenBlock> blocks)
    {
        _text = text;
        _isEnd = isEnd;
        _blocks = blocks;
    }

    /// <summary>One line of a run: byte offsets of its text, and its widths in UTF-16 units.</summary>
    private record struct RunLine(int Start, int Length, GreenLine Widths);

    /// <summary>Reads all blocks of a text that begins at the start of a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leading">The width of blank lines before it that are in no block yet.</param>
    /// <param name="isEnd">Whether nothing follows it.</param>
    /// <param name="blocks">To which the blocks are added.</param>
    /// <returns>The width of what is in no block, because there was none: blank lines.</returns>
    public static int Read(ReadOnlySpan<byte> text, int leading, bool isEnd, List<GreenBlock> blocks)
    {
        var reader = new BlockReader(text, isEnd, blocks);
        leading += reader.SkipBlankLines();
        while (reader._offset < text.Length)
        {
            reader.ReadRun(leading);
            leading = 0;
        }
        return leading;
    }

    private readonly ReadOnlySpan<byte> TextOf(RunLine line) => _text.Slice(line.Start, line.Length);

    /// <summary>Reads lines up to and including the blank lines after them, and cuts them into blocks.</summary>
    /// <param name="leading">Units before the first line that belong to it.</param>
    private void ReadRun(int leading)
    {
        _run.Clear();
        var blankAfter = false;
        while (_offset < _text.Length && !blankAfter)
        {
            var line = ReadLine(leading);
            leading = 0;
            var blank = SkipBlankLines();
            blankAfter = blank > 0;
            _run.Add(line with { Widths = line.Widths with { Trailing = line.Widths.Trailing + blank } });
        }
        CutRun(blankAfter || (_isEnd && _offset == _text.Length));
    }

    private RunLine ReadLine(int leading)
    {
        var rest = _text[_offset..];
        var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        length = length < 0 ? rest.Length : length;
        var line = rest[..length];
        var before = SpaceBefore(line);
        var after = SpaceAfter(line[before..]);
        var text = line[before..^after];
        var lineBreak = LineBreaks.LengthAt(rest, length);
        var read = new RunLine(
            _offset + before,
            text.Length,
            new(
                leading + Wtf8.Utf16Length(line[..before]),
                Wtf8.Utf16Length(text),
                Wtf8.Utf16Length(line[^after..]) + lineBreak,
                IsMetadata: false
            )
        );
        _offset += length + lineBreak;
        return read;
    }

    /// <summary>Skips lines without text; returns their width in UTF-16 units.</summary>
    private int SkipBlankLines()
    {
        var start = _offset;
        while (_offset < _text.Length)
        {
            var rest = _text[_offset..];
            var space = SpaceBefore(rest);
            var lineBreak = LineBreaks.LengthAt(rest, space);
            if (lineBreak == 0 && space < rest.Length)
            {
                break;
            }
            _offset += space + lineBreak;
        }
        return Wtf8.Utf16Length(_text[start.._offset]);
    }

    private static int SpaceBefore(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (int space; (space = Letters.SpaceAtStart(text[length..])) > 0; )
        {
            length += space;
        }
        return length;
    }

    private static int SpaceAfter(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (int space; (space = Letters.SpaceAtEnd(text[..^length])) > 0; )
        {
            length += space;
        }
        return length;
    }

    private readonly void CutRun(bool blankAfter)
    {
        var start = 0;
        var onlyBanners = true;
        while (start < _run.Count)
        {
            var text = TextOf(_run[start]);
            if (onlyBanners && BannerLines.IsBanner(text))
            {
                Add(start, ++start, new(BlockShape.Banner, default), blankAfter);
                continue;
            }
            onlyBanners = false;
            if (DateLines.Parse(text) is { } date)
            {
                Add(start, ++start, new(BlockShape.Date, default, date.Packed), blankAfter);
                continue;
            }
            var proseEnd = EndOfProse(start);
            var end = EndOfMetadata(proseEnd);
            Add(start, end, ProseFeatures(start, proseEnd), blankAfter, proseEnd);
            start = end;
        }
    }

    /// <summary>Where the lines of one title or paragraph end: a long line is one by itself, short ones were wrapped.</summary>
    private readonly int EndOfProse(int start)
    {
        if (_run[start].Length >= TextShape.AbstractBytes)
        {
            return start + 1;
        }
        var end = start + 1;
        while (end < _run.Count && !EndsProse(end))
        {
            end++;
        }
        return end > start + 1 && IsTitleOverParagraph(start, end) ? start + 1 : end;
    }

    private readonly bool EndsProse(int line)
    {
        var text = TextOf(_run[line]);
        return text.Length >= TextShape.AbstractBytes || MetadataLines.IsMetadata(text) || DateLines.Parse(text) is not null;
    }

    /// <summary>
    /// Whether the first of several short lines is a title and the others a wrapped paragraph: it stands out as a title does,
    /// by its capitals or by breaking off well before the others do.
    /// </summary>
    private readonly bool IsTitleOverParagraph(int start, int end)
    {
        var title = TextOf(_run[start]);
        var paragraph = _text[_run[start + 1].Start..(_run[end - 1].Start + _run[end - 1].Length)];
        return !Letters.IsLower(paragraph[0])
            && TextShape.Of(title).Shape is BlockShape.Title
            && TextShape.Of(paragraph).Shape is BlockShape.Abstract
            && (ProseMeasures.Of(title).IsTitleCase || title.Length * 4 <= _run[start + 1].Length * 3);
    }

    private readonly int EndOfMetadata(int start)
    {
        var end = start;
        if (start == _run.Count || !MetadataLines.IsMetadata(TextOf(_run[start])))
        {
            return end;
        }
        while (end < _run.Count && MetadataLines.HasMetadataForm(TextOf(_run[end])) | MetadataLines.IsMetadata(TextOf(_run[end])))
        {
            end++;
        }
        return end;
    }

    private readonly BlockFeatures ProseFeatures(int start, int end)
    {
        var first = _run[start];
        var last = _run[end - 1];
        var features = TextShape.Of(_text[first.Start..(last.Start + last.Length)]);
        return end > start + 1 ? features with { Traits = features.Traits | BlockTraits.HardWrapped } : features;
    }

    private readonly void Add(int start, int end, BlockFeatures features, bool blankAfter, int metadataFrom = int.MaxValue)
    {
        if (end == _run.Count && blankAfter)
        {
            features = features with { Traits = features.Traits | BlockTraits.BlankLineAfter };
        }
        if (end == start + 1)
        {
            var only = _run[start].Widths;
            _blocks.Add(new([only], features));
            return;
        }
        var lines = new GreenLine[end - start];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = _run[start + i].Widths with { IsMetadata = start + i >= metadataFrom };
        }
        _blocks.Add(new(lines, features));
    }
}
