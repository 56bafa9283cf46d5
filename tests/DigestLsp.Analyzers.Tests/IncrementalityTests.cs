using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Typing in one abstract finds anew what is wrong with one paper, and nothing else.</summary>
public class IncrementalityTests
{
    [Fact]
    public void Findings_of_other_papers_are_the_very_ones_that_were_there()
    {
        const int Edited = 7;
        var workspace = new Workspace();
        workspace.Open(
            "a",
            1,
            "Mar 11\n\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"The Bells of Tower {i}\n\n{Owls} Tower {i} and\n\n"))
        );
        var before = Messages();

        workspace.Change("a", 2, [new(new(new(4 + (4 * Edited), 0), new(4 + (4 * Edited), 0)), "x\n")]);
        var after = Messages();

        Assert.Equal(20, before.Count);
        Assert.Equal([Edited], Enumerable.Range(0, 20).Where(i => !ReferenceEquals(before[i], after[i])));

        List<string> Messages() =>
            [
                .. DocumentAnalysis
                    .Diagnose(workspace.Current, workspace.Current.GetDocument("a")!)
                    .Where(finding => finding.Descriptor.Id == "DG3001")
                    .Select(finding => finding.Message),
            ];
    }
}
