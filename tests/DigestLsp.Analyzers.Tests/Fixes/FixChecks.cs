using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Checks the fixes that are offered at a place, <c>{|fix:…|}</c>, in one of several digests.</summary>
internal static class FixChecks
{
    /// <summary>
    /// Checks the titles of the fixes at the marked place, and what the digests become by one of them, for every line ending.
    /// </summary>
    /// <param name="digests">The digests; one has the mark.</param>
    /// <param name="titles">The titles of all fixes, in order.</param>
    /// <param name="chosen">Which one is made.</param>
    /// <param name="expected">The digests that are different then, by name.</param>
    public static void Check(
        (string Name, string Marked)[] digests,
        string[] titles,
        int chosen = 0,
        params (string Name, string Text)[] expected
    )
    {
        foreach (var lineEnding in MarkedText.LineEndings)
        {
            var workspace = new Workspace();
            (string Path, TextSpan Span)? place = null;
            foreach (var (name, marked) in digests)
            {
                var text = MarkedText.Parse(marked, lineEnding);
                workspace.Open(RuleChecks.PathOf(name), 1, text.Text);
                foreach (var span in text["fix"])
                {
                    place = (RuleChecks.PathOf(name), span);
                }
            }
            var snapshot = workspace.Current;
            var document = snapshot.GetDocument(place!.Value.Path)!;
            var fixes = DocumentAnalysis
                .Diagnose(snapshot, document, place.Value.Span)
                .SelectMany(found => CodeFixes.For(snapshot, document, found))
                .ToList();
            Assert.Equal(titles, fixes.Select(fix => fix.Title));
            if (fixes.Count == 0)
            {
                continue;
            }
            var changed = fixes[chosen]
                .Edit.Documents.Select(part =>
                    (Path.GetFileName(part.Document.Path), part.Document.GetTree()!.Text.WithChanges([.. part.Changes]).ToString())
                );
            Assert.Equal(expected.Select(digest => (digest.Name, digest.Text.Replace("\n", lineEnding))), changed);
        }
    }
}
