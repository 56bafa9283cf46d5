using System.Buffers;

namespace DigestLsp.Analyzers;

/// <summary>Which braces of a text belong together, found in one pass when first asked for; escaped ones belong to nothing.</summary>
internal ref struct BracePairs(ReadOnlySpan<char> text)
{
    private const int Unmatched = -1;

    private readonly ReadOnlySpan<char> _text = text;
    private int[]? _partners;

    /// <summary>Where the brace closes that opens at a position; null where none does.</summary>
    public int? CloseOf(int open)
    {
        _partners ??= Match();
        return _partners[open] is >= 0 and var close ? close : null;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_partners is not null)
        {
            ArrayPool<int>.Shared.Return(_partners);
            _partners = null;
        }
    }

    private readonly int[] Match()
    {
        var partners = ArrayPool<int>.Shared.Rent(_text.Length);
        var innermost = Unmatched; // an open brace holds the one around it until it is closed
        for (var i = 0; i < _text.Length; i++)
        {
            var offset = _text[i..].IndexOfAny('\\', '{', '}');
            if (offset < 0)
            {
                break;
            }
            i += offset;
            switch (_text[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    partners[i] = innermost;
                    innermost = i;
                    break;
                case var _ when innermost >= 0:
                    var outer = partners[innermost];
                    partners[innermost] = i;
                    partners[i] = Unmatched;
                    innermost = outer;
                    break;
                default:
                    partners[i] = Unmatched;
                    break;
            }
        }
        while (innermost >= 0)
        {
            (innermost, partners[innermost]) = (partners[innermost], Unmatched);
        }
        return partners;
    }
}
