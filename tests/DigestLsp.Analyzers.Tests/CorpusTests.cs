using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>What the rules find in real digests, which were read to know what they should.</summary>
public class CorpusTests
{
    [CorpusFact]
    public void Seeds_hold_76_recurring_papers_and_one_near_duplicate()
    {
        var (snapshot, found) = Diagnose("seeds");

        Assert.Equal(5, snapshot.DocumentCount);
        Assert.Equal(407, snapshot.Documents.Sum(document => document.Papers.Length));
        Assert.Equal(
            [
                ("DG2001", 76),
                ("DG2003", 1),
                ("DG3002", 1),
                ("DG3005", 140),
                ("DG3006", 2),
                ("DG3007", 11),
                ("DG3008", 7),
                ("DG3009", 4),
                ("DG3012", 3),
                ("DG4001", 4),
                ("DG4002", 3),
                ("DG5001", 1),
            ],
            CountByRule(found)
        );
    }

    [CorpusFact]
    public void Recurring_papers_of_the_seeds_are_62_groups()
    {
        var (snapshot, _) = Diagnose("seeds");
        var groups = new HashSet<PaperPlace>();
        var extra = 0;
        foreach (var document in snapshot.Documents)
        {
            for (var i = 0; i < document.Papers.Length; i++)
            {
                var copies = snapshot.CopiesOf(new(document, i));
                if (!copies.IsEmpty)
                {
                    var first = copies.Select(copy => copy.Place).Append(new(document, i)).Min();
                    groups.Add(first);
                    extra += first == new PaperPlace(document, i) ? 0 : 1;
                }
            }
        }

        Assert.Equal((62, 77), (groups.Count, extra));
    }

    [CorpusFact]
    public void Daily_digests_are_well_formed()
    {
        var (snapshot, found) = Diagnose("digests/hf-daily-2404589803");

        Assert.Equal(283, snapshot.DocumentCount);
        Assert.DoesNotContain(found, finding => finding.Descriptor.Id is "DG0001" or "DG1003" or "DG1004" or "DG1005" or "DG1006");
    }

    [CorpusFact]
    public void All_digests_have_the_findings_that_were_read_and_right()
    {
        var (snapshot, found) = Diagnose("digests");

        Assert.Equal(373, snapshot.DocumentCount);
        Assert.Equal(
            [
                ("DG2001", 1359),
                ("DG2002", 1),
                ("DG2003", 1),
                ("DG2005", 1),
                ("DG2006", 13),
                ("DG3001", 4),
                ("DG3004", 3),
                ("DG3005", 1930),
                ("DG3006", 23),
                ("DG3007", 218),
                ("DG3008", 1186),
                ("DG3009", 10),
                ("DG3012", 27),
                ("DG4001", 112),
                ("DG4002", 21),
                ("DG5001", 21),
            ],
            CountByRule(found)
        );
    }

    [CorpusFact]
    public void Acronyms_with_an_unusual_meaning_were_read_and_right()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("on.editorconfig", "[*]\ndigest_diagnostic.DG5001.severity = suggestion\n");
        var configuration = new EditorConfiguration(file);

        Assert.Equal(3, Diagnose("seeds", configuration).Found.Count(IsAmbiguous));
        Assert.Equal(313, Diagnose("digests", configuration).Found.Count(IsAmbiguous));

        static bool IsAmbiguous(Diagnostic finding) => finding.Descriptor.Id == "DG5001";
    }

    private static IEnumerable<(string Id, int Count)> CountByRule(IEnumerable<Diagnostic> found) =>
        found
            .CountBy(finding => finding.Descriptor.Id)
            .OrderBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => (rule.Key, rule.Value));

    private static (Snapshot Snapshot, IReadOnlyList<Diagnostic> Found) Diagnose(string folder, EditorConfiguration? configuration = null)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        Assert.Empty(workspace.Load([Corpus.PathOf(folder)]));
        workspace.Reconfigure(configuration ?? workspace.Current.Configuration);
        return (
            workspace.Current,
            [.. workspace.Current.Documents.SelectMany(document => DocumentAnalysis.Diagnose(workspace.Current, document))]
        );
    }
}
