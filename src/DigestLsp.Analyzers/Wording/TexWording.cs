using System.Collections.Immutable;
using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>What is said of TeX in prose.</summary>
internal static class TexWording
{
    private const int LongestQuoted = 40;

    /// <summary>What a finding is and why it is one.</summary>
    /// <param name="first">The piece that stands for it.</param>
    /// <param name="text">Its characters.</param>
    /// <param name="own">The characters of the piece alone.</param>
    public static string Message(TexResidue first, ReadOnlySpan<char> text, ReadOnlySpan<char> own) =>
        first.Kind switch
        {
            TexKind.Tie => $"‘{Quote(own)}’ is how TeX writes a space; readers see it as it stands",
            TexKind.Dash => $"‘{Quote(own)}’ is how TeX writes a dash; readers see hyphens",
            TexKind.Quotes when first.Closing.IsEmpty => $"‘{Quote(own)}’ is how TeX writes a quotation mark; readers see it as it stands",
            TexKind.Quotes => "These are quotation marks as TeX writes them; readers see them as they stand",
            TexKind.Letter or TexKind.Escape when first.Replacement is not "" =>
                $"‘{Quote(own)}’ is how TeX writes ‘{first.Replacement}’; readers see it as it stands",
            TexKind.Shape when own.Length <= 1 => $"The braces of ‘{Quote(text)}’ are left of TeX and mean nothing to readers",
            TexKind.Formula when text.Contains('\\') => $"‘{Quote(text)}’ is a formula in TeX outside of dollars; readers see its commands",
            TexKind.Formula => $"‘{Quote(text)}’ is left of a formula that lost its dollars or backslashes",
            _ => $"‘{Quote(text)}’ is a command of TeX; readers see it as it stands",
        };

    /// <summary>What a repair does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The finding.</param>
    /// <param name="changes">The changes, by place.</param>
    public static string Repair(ReadOnlySpan<char> text, TextSpan span, ImmutableArray<TextChange> changes)
    {
        if (span.Length > 2 * LongestQuoted)
        {
            return "Decode the TeX";
        }
        var repaired = new StringBuilder();
        var at = span.Start;
        foreach (var change in changes)
        {
            repaired.Append(text[at..change.Span.Start]).Append(change.NewText);
            at = change.Span.End;
        }
        repaired.Append(text[at..span.End]);
        return repaired.Length == 0
            ? $"Remove ‘{Quote(text[span.Start..span.End])}’"
            : $"Replace ‘{Quote(text[span.Start..span.End])}’ by ‘{Quote(repaired.ToString())}’";
    }

    private static string Quote(ReadOnlySpan<char> text) =>
        Excerpt.Of(text[..Math.Min(text.Length, 2 * LongestQuoted)].ToString().ReplaceLineEndings(" "), LongestQuoted);
}
