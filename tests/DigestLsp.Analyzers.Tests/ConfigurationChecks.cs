using System.Collections.Immutable;
using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Checks the findings on a configuration file in which a test marks what it expects.</summary>
internal static class ConfigurationChecks
{
    /// <summary>
    /// Checks that the findings on a file are those that are marked, at just these characters and for every line ending, and what is left
    /// once they are repaired.
    /// </summary>
    /// <param name="name">The file, relative to a folder of digests.</param>
    /// <param name="marked">Its text, with marks.</param>
    /// <param name="repaired">Its text after all repairs; null where there are none.</param>
    /// <param name="digests">The digests.</param>
    /// <returns>The findings.</returns>
    public static ImmutableArray<Diagnostic> Check(
        string name,
        string marked,
        string? repaired,
        params (string Name, string Text)[] digests
    )
    {
        ImmutableArray<Diagnostic> found = [];
        foreach (var lineEnding in MarkedText.LineEndings)
        {
            using var folder = new TemporaryFolder();
            var parsed = MarkedText.Parse(marked, lineEnding);
            var path = folder.Write(name, parsed.Text);
            foreach (var (digest, text) in digests)
            {
                folder.Write(digest, text);
            }
            var workspace = new Workspace(DocumentAnalysis.Prepare);
            workspace.Load([folder.FullName]);
            var file = ConfigurationAnalysis.FilesOf(workspace.Current).Single(file => file.Path == path);

            found = ConfigurationAnalysis.Diagnose(workspace.Current, file);

            var marks = found.Select(diagnostic => new MarkedSpan(diagnostic.Descriptor.Id, diagnostic.Span));
            Assert.Equal(MarkedText.Format(parsed.Text, parsed.Spans), MarkedText.Format(parsed.Text, marks));
            var mended = file.Text.ToString();
            foreach (var change in FixAll.Combine(found).Reverse())
            {
                mended = mended.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText);
            }
            Assert.Equal((repaired ?? parsed.Text).ReplaceLineEndings(lineEnding), mended);
        }
        return found;
    }
}
