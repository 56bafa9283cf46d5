namespace DigestLsp.Analyzers;

/// <summary>Raised and lowered characters of plain text.</summary>
internal static class TexScripts
{
    private const string Plain = "0123456789-+";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₋₊";

    /// <summary>Whether all of a script can be raised and lowered.</summary>
    public static bool IsNumber(ReadOnlySpan<char> content) => !content.IsEmpty && content.IndexOfAnyExcept(Plain) < 0;

    /// <summary>A number raised or lowered; anything else as plain text writes it, behind its sign.</summary>
    /// <param name="sign"><c>^</c> or <c>_</c>.</param>
    /// <param name="content">What it applies to.</param>
    public static string Of(char sign, ReadOnlySpan<char> content)
    {
        if (!IsNumber(content))
        {
            return $"{sign}{content}";
        }
        Span<char> script = stackalloc char[content.Length];
        for (var i = 0; i < content.Length; i++)
        {
            script[i] = (sign == '^' ? Raised : Lowered)[Plain.IndexOf(content[i], StringComparison.Ordinal)];
        }
        return script.ToString();
    }
}
