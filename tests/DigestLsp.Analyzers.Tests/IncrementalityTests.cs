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

    [Fact]
    public void What_is_said_of_copies_stays_until_the_copy_or_the_order_changes()
    {
        var workspace = new Workspace();
        workspace.Open("a", 1, $"Mar 11, 2025\n\nHearing Walls\n\n{Bells}\n\n");
        workspace.Open("b", 1, $"Apr 2, 2025\n\nWalls That Hear\n\n{Bells}\n\nLakes That Leave\n\n{Glaciers}\n\n");
        var first = OfCopies();
        Assert.Equal(2, Assert.Single(first.Related).Range.Start.Line);

        // Typing in another paper.
        workspace.Change("b", 2, [new(new(new(8, 5), new(8, 5)), "x")]);
        Assert.Same(first.Message, OfCopies().Message);

        // The copy moves down a line, where it stays the first paper of its digest.
        workspace.Change("a", 2, [new(new(new(0, 0), new(0, 0)), "\n")]);
        Assert.Equal(3, Assert.Single(OfCopies().Related).Range.Start.Line);

        // What was the later copy becomes the earlier one.
        workspace.Change("b", 3, [new(new(new(0, 0), new(0, 3)), "Jan")]);
        Assert.DoesNotContain(Found(), finding => finding.Descriptor.Id == "DG2005");
        workspace.Change("b", 4, [new(new(new(0, 0), new(0, 3)), "May")]);
        Assert.Equal(3, Assert.Single(OfCopies().Related).Range.Start.Line);

        Diagnostic OfCopies() => Assert.Single(Found(), finding => finding.Descriptor.Id == "DG2005");

        IEnumerable<Diagnostic> Found() => DocumentAnalysis.Diagnose(workspace.Current, workspace.Current.GetDocument("b")!);
    }
}
