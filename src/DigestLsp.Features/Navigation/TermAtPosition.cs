using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>The term that a caret is at.</summary>
internal static class TermAtPosition
{
    /// <summary>The acronym or name of a system, in a title or an abstract, that a position touches; null where there is none.</summary>
    public static TermMention? Find(Snapshot snapshot, Document document, LinePosition position) =>
        document.GetTree() is { Text: var text } ? snapshot.Terms.At(document, text.GetPosition(position)) : null;
}
