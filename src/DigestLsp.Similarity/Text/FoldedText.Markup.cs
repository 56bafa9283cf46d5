using System.Text;

namespace DigestLsp.Similarity;

/// <summary>Punctuation and markup: what of HTML and TeX is noise, and what stands for a letter.</summary>
internal sealed partial class FoldedText
{
    private const int LongestMarkup = 32;

    /// <summary>TeX commands that only change the look of what follows.</summary>
    private static readonly WordSet FormattingCommands = new(
        "emph textbf textit texttt textrm textsf textsc textsl text textnormal textsuperscript textsubscript underline uline mbox hbox "
            + "mathrm mathbf mathcal mathbb mathit mathsf mathtt mathfrak mathscr mathnormal boldsymbol bm operatorname ensuremath "
            + "em it bf rm sf tt sc sl bfseries itshape rmfamily sffamily ttfamily normalfont xspace displaystyle textstyle scriptstyle "
            + "left right big Big bigg Bigg bigl bigr Bigl Bigr limits nolimits quad qquad url href footnotesize small large noindent"
    );

    /// <summary>HTML elements that occur inside prose.</summary>
    private static readonly WordSet InlineElements = new("a b i u p br em tt sub sup code span strong small font cite div li ul ol jats");

    /// <summary>Handles one byte of ASCII that is no letter or digit, with the markup that it starts; returns how many bytes it used.</summary>
    private int FoldPunctuation(ReadOnlySpan<byte> utf8, int position)
    {
        ReadOnlySpan<byte> here = utf8[position..];
        switch (here[0])
        {
            case (byte)'.' when _inWord && IsDigit(_bytes[_length - 1]) && here.Length > 1 && IsDigit(here[1]):
                Append((byte)'.');
                return 1;
            case (byte)'+' or (byte)'#' when _inWord:
                return FoldSuffix(here);
            case (byte)'\\':
                return FoldCommand(here);
            case (byte)'<':
                return FoldTag(here);
            case (byte)'&':
                return FoldEntity(here);
            default:
                EndWord();
                return 1;
        }
    }

    /// <summary>Keeps the signs that make another name of a word: C++, C#, A+; elsewhere they separate.</summary>
    private int FoldSuffix(ReadOnlySpan<byte> here)
    {
        int width = here.IndexOfAnyExcept((byte)'+', (byte)'#');
        width = width < 0 ? here.Length : width;
        if (width == here.Length || (here[width] < 0x80 && Alphanumeric[here[width]] == 0))
        {
            AppendAll(here[..Math.Min(width, 2)]);
        }

        EndWord();
        return width;
    }

    /// <summary>TeX: an accent joins its letter to the word, a formatting command is nothing, another command counts by its name.</summary>
    private int FoldCommand(ReadOnlySpan<byte> here)
    {
        if (here.Length > 1 && here[1] is (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'^' or (byte)'~' or (byte)'=' or (byte)'.')
        {
            return FoldAccent(here);
        }

        int end = 1;
        while (end < here.Length && char.IsAsciiLetter((char)here[end]))
        {
            end++;
        }

        EndWord();
        ReadOnlySpan<byte> name = here[1..end];
        if (!FormattingCommands.Contains(name))
        {
            AppendAscii(name);
            EndWord();
        }

        return end;
    }

    private int FoldAccent(ReadOnlySpan<byte> here)
    {
        int at = 2;
        bool braced = at < here.Length && here[at] == '{';
        at += braced ? 1 : 0;
        at += at + 1 < here.Length && here[at] == '\\' && here[at + 1] is (byte)'i' or (byte)'j' ? 1 : 0;
        if (at >= here.Length || !char.IsAsciiLetter((char)here[at]))
        {
            EndWord();
            return 2;
        }

        Append(Alphanumeric[here[at++]]);
        return braced && at < here.Length && here[at] == '}' ? at + 1 : at;
    }

    private int FoldTag(ReadOnlySpan<byte> here)
    {
        EndWord();
        int end = here[..Math.Min(here.Length, 8 * LongestMarkup)].IndexOf((byte)'>');
        if (end < 2)
        {
            return 1;
        }

        ReadOnlySpan<byte> name = here[(here[1] == '/' ? 2 : 1)..end];
        int width = 0;
        while (width < name.Length && char.IsAsciiLetter((char)name[width]))
        {
            width++;
        }

        bool alone = width == name.Length || name[width] is (byte)' ' or (byte)'/' or (byte)':';
        return alone && InlineElements.Contains(name[..width]) ? end + 1 : 1;
    }

    private int FoldEntity(ReadOnlySpan<byte> here)
    {
        int end = here[..Math.Min(here.Length, LongestMarkup)].IndexOf((byte)';');
        if (end < 2 || here[1..end].ContainsAny((byte)' ', (byte)'&'))
        {
            EndWord();
            return 1;
        }

        string decoded = System.Net.WebUtility.HtmlDecode(Encoding.ASCII.GetString(here[..(end + 1)]));
        if (decoded[0] == '&' && decoded.Length > 1)
        {
            EndWord();
            return 1;
        }

        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in decoded.EnumerateRunes())
        {
            int width = rune.EncodeToUtf8(utf8);
            if (!rune.IsAscii)
            {
                FoldCodePoint((uint)rune.Value, utf8[..width]);
            }
            else if (Alphanumeric[utf8[0]] != 0)
            {
                Append(Alphanumeric[utf8[0]]);
            }
            else
            {
                EndWord();
            }
        }

        return end + 1;
    }

    private void AppendAscii(ReadOnlySpan<byte> letters)
    {
        foreach (byte letter in letters)
        {
            Append(Alphanumeric[letter]);
        }
    }

    /// <summary>A fixed set of ASCII words that can be asked for bytes without making a string.</summary>
    private sealed class WordSet
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

        public WordSet(string words) =>
            _words = new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Contains(ReadOnlySpan<byte> word)
        {
            Span<char> chars = stackalloc char[LongestMarkup];
            return word.Length is > 0 and <= LongestMarkup && _words.Contains(chars[..Encoding.ASCII.GetChars(word, chars)]);
        }
    }
}
