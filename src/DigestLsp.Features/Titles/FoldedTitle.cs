namespace DigestLsp.Features;

/// <summary>A title as it is searched.</summary>
/// <param name="Text">In capitals without accents, on one line.</param>
/// <param name="Initials">The letters that its words begin with, and capitals within words.</param>
internal sealed record FoldedTitle(string Text, string Initials)
{
    /// <summary>Folds a title.</summary>
    public static FoldedTitle Of(string title)
    {
        Span<char> initials = title.Length <= 512 ? stackalloc char[title.Length] : new char[title.Length];
        var count = 0;
        var before = ' ';
        foreach (var character in title)
        {
            if (char.IsLetterOrDigit(character) && (!char.IsLetterOrDigit(before) || char.IsUpper(character)))
            {
                initials[count++] = Capitals.Of(character);
            }
            before = character;
        }
        return new(string.Create(title.Length, title, Fold), initials[..count].ToString());
    }

    private static void Fold(Span<char> folded, string title)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = char.IsWhiteSpace(title[i]) ? ' ' : Capitals.Of(title[i]);
        }
    }
}
