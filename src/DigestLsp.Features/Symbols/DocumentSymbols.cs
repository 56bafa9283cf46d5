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
    /// <summary>The outline; papers above the first date line stand at its top level.</summary>
    public static ImmutableArray<OutlineSymbol> Of(Document document)
    {
        if (document.GetTree() is not { } tree)
        {
            return [];
        }
        var symbols = ImmutableArray.CreateBuilder<OutlineSymbol>();
        var papers = ImmutableArray.CreateBuilder<OutlineSymbol>();
        (EntryOutline Entry, int Line)? date = null;
        foreach (var (entry, line) in EntryOutline.Of(tree))
        {
            if (entry.Kind == SyntaxKind.DateLine)
            {
                EndSection();
                date = (entry, line);
            }
            else if (entry.Kind == SyntaxKind.Paper)
            {
                (date is null ? symbols : papers).Add(entry.ToSymbol(line));
            }
        }
        EndSection();
        return symbols.DrainToImmutable();

        void EndSection()
        {
            if (date is { } begun)
            {
                var selection = begun.Entry.Selection.ShiftLines(begun.Line);
                symbols.Add(
                    new(
                        begun.Entry.Name,
                        papers.Count == 1 ? "1 paper" : $"{papers.Count} papers",
                        SymbolKind.Section,
                        new(selection.Start, papers.Count > 0 ? papers[^1].Range.End : selection.End),
                        selection,
                        papers.DrainToImmutable()
                    )
                );
            }
        }
    }
}
