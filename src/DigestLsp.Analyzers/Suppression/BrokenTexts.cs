using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>The characters of a document's own findings, kept so that a closed document need not be read again to know them.</summary>
internal sealed class BrokenTexts
{
    private readonly Dictionary<TextSpan, string> _texts = [];

    /// <param name="texts">The characters of each finding, as they were kept.</param>
    internal BrokenTexts(Dictionary<TextSpan, string> texts) => _texts = texts;

    private BrokenTexts(Document document)
    {
        if (document.GetTree() is { } tree)
        {
            foreach (var finding in OwnFindings.Of(document, RuleCatalog.Rules))
            {
                _texts.TryAdd(finding.Span, BrokenText.Of(tree.Text.ToString(finding.Span)));
            }
        }
    }

    /// <summary>The characters of each finding.</summary>
    internal IReadOnlyDictionary<TextSpan, string> All => _texts;

    /// <summary>Computes them while the text is at hand.</summary>
    public static void Prepare(Document document) => document.GetOrAttach(static document => new BrokenTexts(document));

    /// <summary>The characters of a finding as a baseline keeps them, null where the text is no longer to be had.</summary>
    public static string? Of(Document document, int paper, TextSpan span)
    {
        if (paper >= 0 && document.Papers[paper].Head == span)
        {
            return BrokenText.Of(document.GetHead(paper));
        }
        return document.GetOrAttach(static document => new BrokenTexts(document))._texts.TryGetValue(span, out var known) ? known
            : document.GetTree() is { } tree ? BrokenText.Of(tree.Text.ToString(span))
            : null;
    }
}
