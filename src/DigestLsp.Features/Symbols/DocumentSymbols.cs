using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>The kinds of symbols that a digest has.</summary>
public enum SymbolKind
{
    /// <summary>A date and the papers below it.</summary>
    Section,

    /// <summary>A paper.</summary>
    Paper,
}

/// <summary>A symbol in an outline.</summary>
/// <param name="Name">Never empty.</param>
/// <param name="Detail">A remark, or empty.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Range">All of it.</param>
/// <param name="Selection">Its name, within the range.</param>
/// <param name="Children">What it holds.</param>
public sealed record OutlineSymbol(
    string Name,
    string Detail,
    SymbolKind Kind,
    LinePositionSpan Range,
    LinePositionSpan Selection,
    ImmutableArray<OutlineSymbol> Children
);

/// <summary>The outline of a document: dates, and the papers of each.</summary>
public static class DocumentSymbols
{
    /// <summary>The most of an abstract that stands for a title that is missing, in UTF-16 units.</summary>
    internal const int UntitledLength = 80;

    /// <summary>The outline; papers above the first date line stand at its top level.</summary>
    public static ImmutableArray<OutlineSymbol> Of(Document document)
    {
        if (document.GetTree() is not { } tree)
        {
            return [];
        }
        var symbols = ImmutableArray.CreateBuilder<OutlineSymbol>();
        foreach (var section in tree.Root.Sections())
        {
            var papers = section.Papers.Select(paper => Symbol(document, paper)).ToImmutableArray();
            if (section.DateLine is not { } date)
            {
                symbols.AddRange(papers);
                continue;
            }
            var end = section.Papers.Count > 0 ? section.Papers[^1].Span.End : date.Span.End;
            symbols.Add(
                new(
                    date.ToString(),
                    papers.Length == 1 ? "1 paper" : $"{papers.Length} papers",
                    SymbolKind.Section,
                    document.GetLinePositionSpan(TextSpan.FromBounds(date.Span.Start, end)),
                    document.GetLinePositionSpan(date.Span),
                    papers
                )
            );
        }
        return symbols.DrainToImmutable();
    }

    private static OutlineSymbol Symbol(Document document, PaperSyntax paper)
    {
        var name = paper.Title?.Text;
        return new(
            name ?? FirstSentences.Of(paper.Tree.Text.ToString(paper.HeadSpan), UntitledLength),
            name is null ? "no title"
                : paper.Abstract is null ? "no abstract"
                : string.Empty,
            SymbolKind.Paper,
            document.GetLinePositionSpan(paper.Span),
            document.GetLinePositionSpan(paper.HeadSpan),
            []
        );
    }
}
