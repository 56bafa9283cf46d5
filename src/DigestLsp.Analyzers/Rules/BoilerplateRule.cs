using DigestLsp.Parsing;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG1001: banner lines among the papers, lines above the date that no banner has, and what else web pages put between entries. Only
/// what the parser gave to no paper is looked at.
/// </summary>
public sealed class BoilerplateRule : IDigestRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG1001", "Banner line out of place, or boilerplate", RuleSeverity.Suggestion, IsRedundancy: true, HasRepair: true);

    /// <inheritdoc/>
    public void Analyze(DigestSyntax digest, ReportFinding report)
    {
        if (digest.Tree.PaperCount == 0)
        {
            return;
        }
        var firstPaper = digest.GetPaper(0).FullSpan.Start;
        var lines = digest.Lines;
        var opensSection = false;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i];
            var isAboveNext = i + 1 < lines.Count && lines[i + 1].FullSpan.Start == line.FullSpan.End;
            // A file may hold several digests, each with its banner above its date line.
            opensSection = line is DateLineSyntax || (isAboveNext && opensSection);
            if (line is BannerSyntax && !opensSection && line.FullSpan.Start > firstPaper)
            {
                Report(line, "This line belongs to the banner of a web page and stands among the papers", isSafe: true, report);
            }
            else if (line is SkippedTextSyntax)
            {
                var isBoilerplate = BoilerplateLines.IsBoilerplate(Wtf8.Encode(line.Text)) && !line.Metadata.Any();
                var isUnknownBanner = !isBoilerplate && isAboveNext && lines[i + 1] is not SkippedTextSyntax && HasWords(line.Text);
                Report(
                    line,
                    isUnknownBanner
                        ? "No known banner has this line, and no abstract makes it a title"
                        : "This line is no part of any paper; it looks like what a web page puts between entries",
                    isBoilerplate,
                    report
                );
            }
        }
    }

    private static void Report(BlockSyntax line, string message, bool isSafe, ReportFinding report)
    {
        var whole = WholeLines(line);
        report(whole, message, Repair.Replace(whole, string.Empty, "Remove this line", isSafe));
    }

    /// <summary>
    /// The lines of a block with the blank ones below; these stay where no blank line stands above, so that neighbours are parted
    /// once the block is gone.
    /// </summary>
    private static TextSpan WholeLines(BlockSyntax block)
    {
        var text = block.Tree.Text;
        var first = text.GetLinePosition(block.Span.Start).Line;
        var start = text.GetLineStart(first);
        if (first == 0 || string.IsNullOrWhiteSpace(text.ToString(text.GetLineSpan(first - 1))))
        {
            return TextSpan.FromBounds(start, block.FullSpan.End);
        }
        var next = text.GetLineStart(text.GetLinePosition(block.Span.End).Line + 1);
        // A CR above and an LF below would become one line break.
        var meet = next < text.Length && text.ToString(new(start - 1, 1)) == "\r" && text.ToString(new(next, 1)) == "\n";
        return TextSpan.FromBounds(start, meet ? block.Span.End : next);
    }

    private static bool HasWords(string text) => text.Any(char.IsLetter);
}
