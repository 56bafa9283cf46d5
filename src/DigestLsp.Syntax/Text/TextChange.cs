namespace DigestLsp.Text;

/// <summary>One replacement in a text. Changes that are applied together all speak of the text before any of them.</summary>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="NewText">What stands there afterwards; empty for a deletion.</param>
public readonly record struct TextChange(TextSpan Span, string NewText);
