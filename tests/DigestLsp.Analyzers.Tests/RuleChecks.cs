using System.Collections.Immutable;
using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Checks the findings on digests in which a test marks what it expects: <c>{|DG3001:cut of|}</c>.</summary>
internal static class RuleChecks
{
    /// <summary>Checks one digest; see the other overload.</summary>
    public static ImmutableArray<Diagnostic> Check(string marked) => Check(("paper.digest", marked));

    /// <summary>
    /// Checks that all findings on some digests, of whatever rule, are those that are marked, at just these characters, for
    /// every line ending; and that messages do not depend on line endings.
    /// </summary>
    /// <returns>The findings, digest by digest.</returns>
    public static ImmutableArray<Diagnostic> Check(params (string Name, string Marked)[] digests)
    {
        ImmutableArray<Diagnostic>? first = null;
        foreach (var lineEnding in MarkedText.LineEndings)
        {
            var parsed = digests.Select(digest => (digest.Name, Marked: MarkedText.Parse(digest.Marked, lineEnding))).ToList();
            var workspace = new Workspace();
            foreach (var (name, marked) in parsed)
            {
                workspace.Open(PathOf(name), 1, marked.Text);
            }
            var all = ImmutableArray.CreateBuilder<Diagnostic>();
            foreach (var (name, marked) in parsed)
            {
                var found = DocumentAnalysis.Diagnose(workspace.Current, workspace.Current.GetDocument(PathOf(name))!);
                Assert.Equal(Format(marked.Text, marked.Spans), Format(marked.Text, found.Select(Mark)));
                Assert.Equal(marked.Spans.Order(ByPlace), found.Select(Mark).Order(ByPlace));
                all.AddRange(found);
            }
            first ??= all.ToImmutable();
            Assert.Equal(first.Value.Select(finding => finding.Message), all.Select(finding => finding.Message));
        }
        return first!.Value;
    }

    /// <summary>Where a digest of a test stands; there is no such folder.</summary>
    public static string PathOf(string name) => "/digests/" + name;

    private static readonly Comparer<MarkedSpan> ByPlace = Comparer<MarkedSpan>.Create(
        static (left, right) => (left.Span, left.Name).CompareTo((right.Span, right.Name))
    );

    private static string Format(string text, IEnumerable<MarkedSpan> spans) => MarkedText.Format(text, spans.Order(ByPlace));

    private static MarkedSpan Mark(Diagnostic diagnostic) => new(diagnostic.Descriptor.Id, diagnostic.Span);
}
