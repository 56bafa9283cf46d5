using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>
/// The tokens of a banner line, a date line, a paper or skipped text, as numbers in which no position outside of it occurs: kept
/// with a paper, they need not be found again when text elsewhere moves it.
/// </summary>
/// <param name="Lines">The number of line breaks in it.</param>
/// <param name="LastLine">The line of its last token, from 0; −1 where it has none.</param>
/// <param name="Numbers">
/// Five a token: lines since the last token, or from the start; characters since the last token's start, or from the start of the
/// line; length; kind; 1 for a declaration.
/// </param>
internal sealed record EncodedTokens(int Lines, int LastLine, int[] Numbers)
{
    /// <summary>Numbers for one token.</summary>
    public const int Stride = 5;

    /// <summary>The tokens of a paper, found once for its text.</summary>
    public static EncodedTokens Of(PaperWalk paper) => paper.GetOrAttach(static paper => Encode(paper, PaperTokens.Of(paper)));

    /// <summary>The tokens of anything else.</summary>
    public static EncodedTokens Of(BlockSyntax block)
    {
        var kind = block is DateLineSyntax ? SemanticTokenKind.Date : SemanticTokenKind.Banner;
        return Encode(block, block.ChildTokens().Where(line => !line.Span.IsEmpty).Select(line => new SemanticToken(line.Span, kind)));
    }

    private static EncodedTokens Encode(SyntaxNode node, IEnumerable<SemanticToken> tokens)
    {
        var text = node.Tree.Text;
        var start = text.GetLinePosition(node.FullSpan.Start).Line;
        var numbers = new List<int>();
        var last = new LinePosition(start, 0);
        foreach (var token in tokens)
        {
            var position = text.GetLinePosition(token.Span.Start);
            var isSameLine = position.Line == last.Line;
            numbers.AddRange(
                position.Line - last.Line,
                isSameLine ? position.Character - last.Character : position.Character,
                token.Span.Length,
                (int)token.Kind,
                token.IsDeclaration ? 1 : 0
            );
            last = position;
        }
        var end = text.GetLinePosition(node.FullSpan.End).Line;
        return new(end - start, numbers.Count == 0 ? -1 : last.Line - start, [.. numbers]);
    }
}
