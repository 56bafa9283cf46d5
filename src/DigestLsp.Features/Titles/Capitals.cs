namespace DigestLsp.Features;

/// <summary>Letters as they are compared in a search: in capitals, and Latin ones without accents, since few keyboards have them.</summary>
internal static class Capitals
{
    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOOUUUUYAAACCCCDDEEEEEGGGGHHIIIIIJKLLLLLNNNOOORRRSSSSTTTUUUUUUWYYZZZ";

    private const int End = 0x180;

    private static readonly char[] Letters = LettersBelowEnd();

    /// <summary>A character as it is compared; one for one, so that places stay.</summary>
    public static char Of(char character) => character < End ? Letters[character] : char.ToUpperInvariant(character);

    /// <summary>A text as it is compared.</summary>
    public static string Of(string text) => string.Create(text.Length, text, Write);

    private static void Write(Span<char> capitals, string text)
    {
        for (var i = 0; i < capitals.Length; i++)
        {
            capitals[i] = Of(text[i]);
        }
    }

    private static char[] LettersBelowEnd()
    {
        var letters = new char[End];
        for (var i = 0; i < End; i++)
        {
            var capital = char.ToUpperInvariant((char)i);
            var accented = Accented.IndexOf(capital, StringComparison.Ordinal);
            letters[i] = accented < 0 ? capital : Plain[accented];
        }
        return letters;
    }
}
