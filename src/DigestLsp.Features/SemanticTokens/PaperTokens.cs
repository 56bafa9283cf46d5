using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>Finds the tokens of a paper. They do not overlap.</summary>
internal static class PaperTokens
{
    /// <summary>The tokens, by place.</summary>
    public static List<SemanticToken> Of(PaperSyntax paper)
    {
        var tokens = Names(paper);
        IEnumerable<BlockSyntax> blocks = paper.Abstract?.Paragraphs ?? [];
        foreach (var block in paper.Title is { } title ? blocks.Prepend(title) : blocks)
        {
            AddLinks(block, tokens);
            foreach (var metadata in block.Metadata)
            {
                tokens.Add(new(metadata.KeySpan, SemanticTokenKind.MetadataKey));
                tokens.Add(new(metadata.ValueSpan, KindOfValue(metadata.Key)));
            }
        }
        RemoveOverlaps(tokens);
        return paper.Title is { } lines
            ? [.. TitleAround(lines, tokens), .. tokens.Where(token => token.Span.Start >= lines.TextSpan.End)]
            : tokens;
    }

    private static SemanticTokenKind KindOfValue(string key) =>
        key switch
        {
            "see" => SemanticTokenKind.Reference,
            "arxiv" or "doi" or "url" => SemanticTokenKind.Link,
            _ => SemanticTokenKind.MetadataValue,
        };

    /// <summary>What the paper introduces, there and wherever the paper says it again.</summary>
    private static List<SemanticToken> Names(PaperSyntax paper)
    {
        var tokens = new List<SemanticToken>();
        var terms = PaperTermsReader.Of(paper);
        var head = paper.HeadSpan.Start;
        var kinds = new Dictionary<uint, (string Name, SemanticTokenKind Kind)>();
        foreach (var definition in terms.Definitions)
        {
            var kind = definition.Expansion is null ? SemanticTokenKind.SystemName : SemanticTokenKind.Acronym;
            tokens.Add(new(definition.NameSpan.Shift(head), kind, IsDeclaration: true));
            kinds.TryAdd(TermKeys.OfName(definition.Name), (definition.Name, kind));
        }
        if (kinds.Count == 0)
        {
            return tokens;
        }
        var declared = tokens.Select(token => token.Span.Start).ToHashSet();
        for (var mention = terms.Mentions; mention.MoveNext(); )
        {
            if (kinds.TryGetValue(mention.Key, out var known) && !declared.Contains(head + mention.Start))
            {
                var span = new TextSpan(head + mention.Start, known.Name.Length);
                // Keys of other names may be the same.
                if (span.End <= paper.FullSpan.End && paper.Tree.Text.ToString(span) == known.Name)
                {
                    tokens.Add(new(new(span.Start, span.Length + (mention.IsPlural ? 1 : 0)), known.Kind));
                }
            }
        }
        return tokens;
    }

    private static void AddLinks(BlockSyntax block, List<SemanticToken> tokens)
    {
        foreach (var found in new ProtectedSpans(block.Tree.Text.ToString(block.TextSpan)))
        {
            if (found.Kind == ProtectedKind.Link)
            {
                tokens.Add(new(found.Span.Shift(block.TextSpan.Start), SemanticTokenKind.Link));
            }
        }
    }

    /// <summary>Sorts tokens by place; of two that overlap the first stays, of two at one place the longer.</summary>
    private static void RemoveOverlaps(List<SemanticToken> tokens)
    {
        tokens.Sort((left, right) => (left.Span.Start, -left.Span.Length).CompareTo((right.Span.Start, -right.Span.Length)));
        var end = 0;
        tokens.RemoveAll(token =>
        {
            var isLeftOut = token.Span.IsEmpty || token.Span.Start < end;
            end = isLeftOut ? end : token.Span.End;
            return isLeftOut;
        });
    }

    /// <summary>The title's lines, with what else stands in them between their pieces.</summary>
    private static IEnumerable<SemanticToken> TitleAround(TitleSyntax title, List<SemanticToken> tokens)
    {
        var text = title.Tree.Text;
        foreach (var line in title.ChildTokens())
        {
            var start = line.Span.Start;
            foreach (var token in tokens.Where(token => line.Span.Contains(token.Span.Start)))
            {
                if (Piece(start, token.Span.Start) is { } before)
                {
                    yield return before;
                }
                yield return token;
                start = token.Span.End;
            }
            if (Piece(start, line.Span.End) is { } rest)
            {
                yield return rest;
            }
        }

        // A piece begins and ends with what can be seen.
        SemanticToken? Piece(int start, int end)
        {
            var piece = text.ToString(TextSpan.FromBounds(start, Math.Max(start, end)));
            var trimmed = piece.AsSpan().Trim();
            return trimmed.IsEmpty
                ? null
                : new(
                    new(start + piece.Length - piece.AsSpan().TrimStart().Length, trimmed.Length),
                    SemanticTokenKind.Title,
                    IsDeclaration: true
                );
        }
    }
}
