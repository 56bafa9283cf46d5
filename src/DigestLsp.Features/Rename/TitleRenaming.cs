using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// Gives all papers of one title another: cross-references name papers by their titles, and so all papers that they name are
/// renamed together, and the cross-references with them.
/// </summary>
internal static class TitleRenaming
{
    public static RenameResult Compute(Snapshot snapshot, Hash128 oldKey, string title, CancellationToken cancellation)
    {
        if (title.Length == 0)
        {
            return RenameResult.Refused("A title cannot be empty");
        }
        if (title.Any(char.IsControl))
        {
            return RenameResult.Refused("A title stands on one line, without tabs");
        }
        var newKey = KeyOf(title);
        if (newKey.IsEmpty)
        {
            return RenameResult.Refused($"‘{title}’ has no words");
        }
        if (newKey != oldKey && snapshot.FindByTitle(newKey) is [var other, ..])
        {
            return RenameResult.Refused($"Another paper has this title: {CopyWording.Of(other)}");
        }
        var edits = new RenamingEdits();
        foreach (var place in snapshot.FindByTitle(oldKey))
        {
            edits.Add(place.Document, paper => new(paper.GetPaper(place.Index).Title!.TextSpan, title));
        }
        AddReferences(edits, snapshot, oldKey, title);
        return edits.ToResult($"‘{Excerpt.Of(title, CopyWording.TitleLength)}’ would not be read as a title", cancellation);
    }

    /// <summary>Lets all cross-references to a title name another one.</summary>
    public static void AddReferences(RenamingEdits edits, Snapshot snapshot, Hash128 oldKey, string title)
    {
        foreach (var (document, reference) in snapshot.ReferencesTo(oldKey))
        {
            edits.Add(document, new TextChange(reference.Span, title));
        }
    }

    /// <summary>By which titles are compared.</summary>
    public static Hash128 KeyOf(string title) => PaperFacts.Compute(Wtf8.Encode(title), []).TitleKey;
}
