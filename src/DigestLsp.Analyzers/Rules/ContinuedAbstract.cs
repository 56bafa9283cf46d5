using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// Tells an abstract that lost its title (DG1004) from one that goes on with the paper above it (DG1005), which no block tells by
/// itself: it goes on where it names what the title above coins. Nearly half of all abstracts do so again further down, and next
/// papers hardly ever.
/// </summary>
internal static class ContinuedAbstract
{
    /// <summary>Who splits an abstract makes few paragraphs of it.</summary>
    private const int MostParagraphs = 8;

    private static readonly DiagnosticDescriptor Titleless = new MissingTitleRule().Descriptor;
    private static readonly DiagnosticDescriptor Broken = new BrokenParagraphRule().Descriptor;

    /// <summary>The finding, or what is said in its place where it is about a paper that goes on with the one above.</summary>
    /// <param name="finding">A finding, in positions of the digest.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="paper">The number of the paper that it is about.</param>
    public static Finding Reread(Finding finding, DigestSyntax digest, int paper)
    {
        if (finding.Descriptor.Id != Titleless.Id || NameOfContinued(digest, paper) is not { } name)
        {
            return finding;
        }
        var before = LastParagraph(digest.GetPaper(paper - 1));
        var paragraph = digest.GetPaper(paper).Abstract!.Paragraphs.First();
        return new(
            Broken,
            WordSpans.Seam(digest.Tree.Text, before.Span, paragraph.Span),
            $"A blank line splits this abstract; what stands below it goes on with ‘{name}’",
            [],
            BrokenParagraphRule.JoinOf(before, paragraph)
        );
    }

    /// <summary>The name that a title coins and all title-less papers down from it take up; null where that is not so.</summary>
    private static string? NameOfContinued(DigestSyntax digest, int paper)
    {
        for (var first = paper - 1; first >= 0 && paper - first < MostParagraphs; first--)
        {
            var above = digest.GetPaper(first);
            if (above.FullSpan.End != digest.GetPaper(first + 1).FullSpan.Start || above.Abstract is null)
            {
                return null;
            }
            if (above.Title is not null)
            {
                return PaperTermsReader
                    .Of(above)
                    .Definitions.Where(definition => definition.Expansion is null)
                    .Select(definition => definition.Name)
                    .FirstOrDefault(name => Enumerable.Range(first + 1, paper - first).All(index => Names(digest.GetPaper(index), name)));
            }
        }
        return null;
    }

    private static bool Names(PaperSyntax paper, string name)
    {
        var key = TermKeys.OfName(name);
        for (var mention = PaperTermsReader.Of(paper).Mentions; mention.MoveNext(); )
        {
            if (mention.Key == key)
            {
                return true;
            }
        }
        return false;
    }

    private static ParagraphSyntax LastParagraph(PaperSyntax paper) => paper.Abstract!.Paragraphs.Last();
}
