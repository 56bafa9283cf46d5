namespace DigestLsp.Analyzers;

/// <summary>The plain form of the small formulas that titles have.</summary>
internal static class PlainFormula
{
    /// <summary>
    /// A formula in plain text: <c>$\cdot$</c> is ⋅, <c>$VILA^2$</c> is VILA², <c>$n$</c> is n.
    /// </summary>
    /// <param name="formula">The formula with its delimiters.</param>
    /// <returns>Its plain form; null where it has none that all readers would write.</returns>
    public static string? Of(ReadOnlySpan<char> formula)
    {
        var length = formula[0] == '$' && formula[1] != '$' ? 1 : 2;
        var content = formula[length..^length].Trim();
        if (content.StartsWith("\\") && TexNames.Symbols.TryGetValue(content[1..], out var symbol))
        {
            return symbol;
        }
        if (IsWord(content))
        {
            return content.ToString();
        }
        var caret = content.IndexOfAny('^', '_');
        if (caret < 0)
        {
            return null;
        }
        var name = content[..caret];
        var script = content[(caret + 1)..];
        if (script is ['{', .., '}'])
        {
            script = script[1..^1];
        }
        var isOne = script.Length == 1 || content[caret + 1] == '{';
        if (!isOne || !TexScripts.IsNumber(script))
        {
            return null;
        }
        var plain =
            name.IsEmpty ? string.Empty
            : name[0] == '\\' && TexNames.Symbols.TryGetValue(name[1..], out var letter) ? letter
            : IsWord(name) ? name.ToString()
            : null;
        return plain is null ? null : plain + TexScripts.Of(content[caret], script);
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
            {
                return false;
            }
        }
        return true;
    }
}
