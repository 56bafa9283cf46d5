using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>A stretch of a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Range">The stretch.</param>
public sealed record DocumentRange(string Path, LinePositionSpan Range)
{
    /// <summary>A paper's title or, where that is missing, the first line of its abstract.</summary>
    public static DocumentRange OfHead(PaperPlace place) => new(place.Document.Path, place.Document.GetLinePositionSpan(place.Paper.Head));

    /// <summary>The characters of a term.</summary>
    public static DocumentRange Of(TermPlace place) => new(place.Paper.Document.Path, place.Paper.Document.GetLinePositionSpan(place.Span));
}
