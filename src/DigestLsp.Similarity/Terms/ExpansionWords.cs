namespace DigestLsp.Similarity;

/// <summary>The words of an expansion in a form in which variants are equal. Function words are left out.</summary>
/// <param name="text">The expansion.</param>
/// <param name="buffer">Room for a word: <see cref="LongestWord"/>.</param>
public ref struct ExpansionWords(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>UTF-16 units of a word that are looked at.</summary>
    public const int LongestWord = 32;

    private readonly Span<char> _buffer = buffer;
    private ReadOnlySpan<char> _rest = text;
    private int _length;

    /// <summary>The word, in lower case, singular, in American spelling.</summary>
    public readonly ReadOnlySpan<char> Current => _buffer[.._length];

    /// <summary>Goes on to the next word.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            int start = 0;
            while (start < _rest.Length && !char.IsLetterOrDigit(_rest[start]))
            {
                start++;
            }

            int end = start;
            while (end < _rest.Length && char.IsLetterOrDigit(_rest[end]))
            {
                end++;
            }

            ReadOnlySpan<char> word = _rest[start..end];
            _rest = _rest[end..];
            if (word.IsEmpty)
            {
                return false;
            }

            if (!FunctionWords.Contains(word))
            {
                Fold(word);
                return true;
            }
        }
    }

    private void Fold(ReadOnlySpan<char> word)
    {
        int length = Math.Min(word.Length, LongestWord);
        word[..length].ToLowerInvariant(_buffer);
        _length = length;
        FoldPlural();
        FoldSpelling();
    }

    private void FoldPlural()
    {
        ReadOnlySpan<char> word = Current;
        if (_length > 4 && word.EndsWith("ies"))
        {
            _buffer[_length - 3] = 'y';
            _length -= 2;
        }
        else if (_length > 4 && (word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes")))
        {
            _length -= 2;
        }
        else if (_length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            _length--;
        }
    }

    /// <summary>modelling and modeling, optimisation and optimization, behaviour and behavior, centre and center.</summary>
    private void FoldSpelling()
    {
        int kept = 0;
        for (int i = 0; i < _length; i++)
        {
            char c = _buffer[i];
            ReadOnlySpan<char> behind = _buffer[(i + 1).._length];
            bool isDropped =
                (c == 'l' && behind is ['l', 'i', 'n', 'g', ..] or ['l', 'e', 'd', ..] or ['l', 'e', 'r', ..])
                || (c == 'u' && kept > 3 && _buffer[kept - 1] == 'o' && behind is ['r'] or ['r', 'a', 'l', ..]);
            bool isZ =
                c == 's'
                && kept > 2
                && _buffer[kept - 1] == 'i'
                && behind is ['e'] or ['e', 'd'] or ['i', 'n', 'g', ..] or ['a', 't', 'i', ..];
            if (!isDropped)
            {
                _buffer[kept] = isZ ? 'z' : c;
                kept++;
            }
        }

        _length = kept;
        if (_length > 4 && Current.EndsWith("tre"))
        {
            (_buffer[_length - 1], _buffer[_length - 2]) = ('r', 'e');
        }
    }
}
