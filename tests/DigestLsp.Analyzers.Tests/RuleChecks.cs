using System.Collections.Immutable;
using DigestLsp.Testing;
using DigestLsp.Text;
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
                Assert.All(
                    found,
                    finding => Assert.True(finding.Repair is null || RuleCatalog.HasFix(finding.Descriptor), finding.Descriptor.Id)
                );
                all.AddRange(found);
            }
            first ??= all.ToImmutable();
            Assert.Equal(first.Value.Select(finding => finding.Message), all.Select(finding => finding.Message));
        }
        return first!.Value;
    }

    /// <summary>
    /// Checks the findings on one digest and that it reads as expected once all of them are repaired, for every line ending; that
    /// a repair changes nothing outside its finding; and that nothing is left to repair.
    /// </summary>
    /// <param name="marked">The digest, with marks.</param>
    /// <param name="repaired">The digest after all repairs, those that are not safe included.</param>
    /// <returns>The findings.</returns>
    public static ImmutableArray<Diagnostic> CheckRepair(string marked, string repaired)
    {
        var findings = Check(marked);
        foreach (var lineEnding in MarkedText.LineEndings)
        {
            var workspace = new Workspace();
            var path = PathOf("paper.digest");
            var document = workspace.Open(path, 1, MarkedText.Parse(marked, lineEnding).Text).GetDocument(path)!;
            Assert.All(
                DocumentAnalysis.Diagnose(workspace.Current, document),
                finding => Assert.All(finding.Repair?.Changes ?? [], change => Assert.True(IsWithin(change.Span, finding.Span)))
            );

            var tree = FixAll.Repair(workspace.Current, document, static _ => true)!;

            Assert.Equal(repaired.Replace("\r\n", "\n").Replace("\n", lineEnding), tree.Text.ToString());
            var left = workspace.Open(path, 2, tree.Text.ToString());
            Assert.DoesNotContain(DocumentAnalysis.Diagnose(left, left.GetDocument(path)!), finding => finding.Repair is not null);
        }
        return findings;

        static bool IsWithin(TextSpan inner, TextSpan outer) => inner.Start >= outer.Start && inner.End <= outer.End;
    }

    /// <summary>Where a digest of a test stands; there is no such folder.</summary>
    public static string PathOf(string name) => "/digests/" + name;

    private static readonly Comparer<MarkedSpan> ByPlace = Comparer<MarkedSpan>.Create(
        static (left, right) => (left.Span, left.Name).CompareTo((right.Span, right.Name))
    );

    private static string Format(string text, IEnumerable<MarkedSpan> spans) => MarkedText.Format(text, spans.Order(ByPlace));

    private static MarkedSpan Mark(Diagnostic diagnostic) => new(diagnostic.Descriptor.Id, diagnostic.Span);
}
