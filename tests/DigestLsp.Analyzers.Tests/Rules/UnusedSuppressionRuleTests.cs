using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.Tests.ConfigurationChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG9002.</summary>
public class UnusedSuppressionRuleTests
{
    private const string Bell = "What a Bell Remembers";

    /// <summary>A paper without an abstract is marked by its title alone, which makes short examples.</summary>
    private static readonly (string, string) Digest = ("a.digest", $"Mar 32\n\n{Bell}\n\nListening for Voles\n\n{Owls}\n");

    [Fact]
    public void An_accepted_finding_that_is_gone_is_told_and_removed()
    {
        var found = Check(
            ".digestlsp/baseline.json",
            """
            {
              "version": 1,
              "findings": [
                {|DG9002:{"rule":"DG1002","file":"a.digest","text":"Feb 30"}|},
                {"rule":"DG1002","file":"a.digest","text":"Mar 32"},
                {|DG9002:{"rule":"DG1002","file":"a.digest","text":"Mar 32","ordinal":1}|},
                {"rule":"DG1003","paper":{"title":"What a Bell Remembers"},"text":"What a Bell Remembers"},
                {|DG9002:{"rule":"DG3001","paper":{"title":"What a Bell Remembers"},"text":"of"}|}
              ]
            }
            """,
            """
            {
              "version": 1,
              "findings": [
                {"rule":"DG1002","file":"a.digest","text":"Mar 32"},
                {"rule":"DG1003","paper":{"title":"What a Bell Remembers"},"text":"What a Bell Remembers"}
              ]
            }
            """,
            Digest
        );
        Assert.Equal(
            [
                "There is no such finding of DG1002 in a.digest any more; remove this entry",
                "There is no such finding of DG1002 in a.digest any more; remove this entry",
                "There is no such finding of DG3001 on the paper ‘What a Bell Remembers’ any more; remove this entry",
            ],
            found.Select(finding => finding.Message)
        );
    }

    [Fact]
    public void A_mark_whose_paper_is_gone_is_told_and_removed()
    {
        var found = Check(
            ".digestlsp/distinct.json",
            """
            {
              "version": 1,
              "different": [
                {|DG9002:{"a":{"title":"What a Bell Remembers"},"b":{"title":"Gone"}}|},
                {"a":{"title":"What a Bell Remembers"},"b":{"title":"Gongs"}}
              ],
              "intended": [
                {|DG9002:{"paper":{"title":"What a Bell Remembers"}}|}
              ]
            }
            """,
            """
            {
              "version": 1,
              "different": [
                {"a":{"title":"What a Bell Remembers"},"b":{"title":"Gongs"}}
              ],
              "intended": [
                
              ]
            }
            """,
            Digest,
            ("b.digest", $"Mar 2\n\nGongs\n\nListening for Moles\n\n{Bells}\n")
        );
        Assert.Equal("No digest holds the marked paper ‘Gone’ any more; remove this mark", found[0].Message);
        Assert.Equal("The paper ‘What a Bell Remembers’ does not recur in any digest any more; remove this mark", found[1].Message);
    }

    [Fact]
    public void Marks_that_match_are_no_finding()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.digest", $"Mar 1\n\n{Bell}\n\n{Bells}\n");
        folder.Write("b.digest", $"Mar 2\n\n{Bell}\n\n{Bells.Replace("thirty bells", "forty gongs")}\n");
        folder.Write("c.digest", $"Mar 3\n\n{Bell}\n\n{Bells}\n");
        foreach (var step in (string[])["different", "intended"])
        {
            var snapshot = Load(folder.FullName);
            var (a, b, c) = (PlaceIn("a.digest"), PlaceIn("b.digest"), PlaceIn("c.digest"));
            var edit =
                step == "different"
                    ? SuppressionEdit.MarkDifferent(snapshot, a, b)!
                    : SuppressionEdit.MarkIntended(snapshot, c.Document, c.Index)!;
            folder.Write(".digestlsp/distinct.json", edit.After);

            PaperPlace PlaceIn(string name) => new(snapshot.GetDocument(folder.PathOf(name))!, 0);
        }
        Assert.Empty(FoundIn(Load(folder.FullName)));
    }

    [Fact]
    public void A_part_of_the_folder_says_nothing_of_the_rest()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".digestlsp/baseline.json", """{"version":1,"findings":[{"rule":"DG1002","file":"b.digest","text":"Feb 30"}]}""");
        var file = folder.Write("a.digest", $"Mar 1\n\n{Bell}\n\n{Bells}\n");
        Assert.Empty(FoundIn(Load(file)));
        Assert.Single(FoundIn(Load(folder.FullName)));
    }

    [Fact]
    public void A_digest_that_cannot_be_read_may_hold_what_is_marked()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".digestlsp/baseline.json", """{"version":1,"findings":[{"rule":"DG1002","file":"b.digest","text":"Feb 30"}]}""");
        folder.Write(".digestlsp/distinct.json", """{"version":1,"intended":[{"paper":{"title":"Gone"}}]}""");
        folder.Write("a.digest", $"Mar 1\n\n{Bell}\n\n{Bells}\n");
        folder.Write("b.digest", [.. "Feb 30\n\n"u8, 0xE9]);

        Assert.Empty(FoundIn(Load(folder.FullName)));

        folder.Write("b.digest", "Feb 28\n");
        Assert.Equal(2, FoundIn(Load(folder.FullName)).Count());
    }

    private static IEnumerable<Diagnostic> FoundIn(Snapshot snapshot) =>
        ConfigurationAnalysis.FilesOf(snapshot).SelectMany(file => ConfigurationAnalysis.Diagnose(snapshot, file));

    private static Snapshot Load(string path)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        workspace.Load([path]);
        return workspace.Current;
    }
}
