using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>
/// Every rule of the catalog takes any text, and takes time linear in its length: of a million characters, anything else would not end
/// while the tests run.
/// </summary>
public sealed class HostileTextTests
{
    private const int Length = 1_000_000;

    /// <summary>Names of test cases cannot hold the thing itself.</summary>
    private const string LoneSurrogate = "half a surrogate pair ";

    public static TheoryData<string> Units => [.. HostileText.Units, LoneSurrogate];

    [Theory]
    [MemberData(nameof(Units))]
    public void Any_text_is_analysed_without_a_rule_that_fails(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit == LoneSurrogate ? "\uD800" : unit, Length / unit.Length));
        var workspace = new Workspace();
        // One paper with an abstract that opens as abstracts do, one without, and copies of both.
        workspace.Open("/a.digest", 1, $"Mar 1\n\nWhat a Bell Remembers\n\nWe ring a bell. {text}\n\n{text}\n");
        workspace.Open("/b.digest", 1, $"Mar 2\n\nWhat a Bell Remembers\n\nWe ring a bell. {text} Twice.\n\n{text}\n");
        foreach (var document in workspace.Current.Documents)
        {
            var end = document.GetTree()!.Text.Length;
            foreach (var finding in DocumentAnalysis.Diagnose(workspace.Current, document))
            {
                Assert.NotEqual(RuleFailed.Descriptor, finding.Descriptor);
                AssertWithin(finding.Span, new(0, end));
                foreach (var change in finding.Repair?.Changes ?? [])
                {
                    AssertWithin(change.Span, finding.Span);
                }
            }
        }
    }

    private static void AssertWithin(TextSpan inner, TextSpan outer)
    {
        if (inner.Start < outer.Start || inner.End > outer.End || inner.Length < 0)
        {
            Assert.Fail($"{inner} is not within {outer}");
        }
    }
}
