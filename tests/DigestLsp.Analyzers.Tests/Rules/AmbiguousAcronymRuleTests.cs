using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG5001.</summary>
public sealed class AmbiguousAcronymRuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_second_meaning_in_a_digest_is_told_with_the_first()
    {
        var finding = Assert.Single(
            Check("A tide gauge network (TGN) talks.", "The true ground noise ({|DG5001:TGN|}) of a quay is loud.")
        );

        Assert.Equal("‘TGN’ stands for ‘true ground noise’ here, and for ‘tide gauge network’ at line 5", finding.Message);
        Assert.Equal(RuleSeverity.Silent, finding.Severity);
    }

    [Fact]
    public void A_meaning_is_told_once() =>
        Check(
            "A tide gauge network (TGN) talks, and true ground noise ({|DG5001:TGN|}) is heard.",
            "True ground noises (TGNs) and two gate names ({|DG5001:TGN|}) are heard."
        );

    [Theory]
    [InlineData("Tide-Gauge Networks (TGNs)")]
    [InlineData("tide gauge networking (TGN)")]
    [InlineData("talking tide gauge networks (TGN)")]
    [InlineData("tide gauging networks (TGN)")]
    [InlineData("tide-based gauge networks (TGN)")]
    [InlineData("tidal GN (TGN)")]
    public void A_variant_is_no_other_meaning(string variant) => Check("A tide gauge network (TGN) talks.", $"The {variant} talk.");

    [Fact]
    public void Other_digests_are_looked_at_only_where_the_rule_is_switched_on()
    {
        _folder.Write("a.digest", Coast("A tide gauge network (TGN) talks."));
        _folder.Write("b.digest", Quay("The true ground noise (TGN) is loud."));
        _folder.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG5001.severity = silent\n");

        Assert.Empty(Across());
    }

    [Fact]
    public void What_other_digests_mean_is_told_where_they_say_so()
    {
        SwitchOn();
        _folder.Write("b.digest", Quay("The true ground noise (TGN) is loud, and true ground noises (TGNs) are many."));
        _folder.Write("a.digest", Coast("A tide gauge network (TGN) talks."));

        var (file, finding) = Assert.Single(Across());

        Assert.Equal(("b.digest", "DG5001", RuleSeverity.Suggestion), (file, finding.Descriptor.Id, finding.Severity));
        Assert.Equal(
            "5:24–5:27",
            $"{finding.Range.Start.Line + 1}:{finding.Range.Start.Character + 1}–5:{finding.Range.End.Character + 1}"
        );
        Assert.Equal("‘TGN’ stands for ‘true ground noise’ here, and for ‘tide gauge network’ in a.digest, line 5", finding.Message);
        Assert.Equal(["a.digest:5 here for ‘tide gauge network’"], finding.Related.Select(Shown));
    }

    [Fact]
    public void Who_means_what_is_usual_is_told_nothing()
    {
        SwitchOn();
        _folder.Write("a.digest", Coast("A two gate name (TGN) is long."));
        _folder.Write("c.digest", Digest("A tide gauge network (TGN) talks.", "Tide-gauge networks (TGNs) are old."));

        var (file, finding) = Assert.Single(Across());

        Assert.Equal(("a.digest", "here for ‘tide gauge network’"), (file, Assert.Single(finding.Related).Message));
    }

    [Fact]
    public void A_digest_that_has_an_unusual_meaning_beside_the_usual_one_is_told_once()
    {
        SwitchOn();
        _folder.Write("c.digest", Digest("A tide gauge network (TGN) talks.", "Tide-gauge networks (TGNs) are old."));
        _folder.Write(
            "d.digest",
            $"Mar 11\n\nOld Quays\n\nThe true ground noise (TGN) goes on. {Recipes}\n\nAnother Coast\n\nTide gauge networks (TGNs) meet. {Glaciers}\n"
        );

        var (file, finding) = Assert.Single(Across());

        Assert.Equal("d.digest", file);
        Assert.Equal("‘TGN’ stands for ‘Tide gauge networks’ here, and for ‘true ground noise’ at line 5", finding.Message);
        Assert.Equal(["d.digest:5 here for ‘true ground noise’"], finding.Related.Select(Shown));
    }

    [Fact]
    public void No_more_than_four_other_places_are_named()
    {
        SwitchOn();
        _folder.Write("a.digest", Coast(string.Concat(Enumerable.Repeat("A tide gauge network (TGN) talks. ", 3))));
        string[] others =
        [
            "true ground noise",
            "two gate names",
            "ten green newts",
            "thin grey nets",
            "tame goat necks",
            "tall glass needles",
        ];
        for (var i = 0; i < 6; i++)
        {
            _folder.Write($"c{i}.digest", $"Mar 12\n\nGauge {i}\n\nA tide gauge network (TGN) talks {i} times. {Glaciers[(40 * i)..]}\n");
            _folder.Write($"d{i}.digest", $"Mar 13\n\nOther {i}\n\nThe {others[i]} (TGN) {i} times. {Recipes[(40 * i)..]}\n");
        }

        var found = Across().ToList();

        Assert.Equal(6, found.Count);
        Assert.All(found, found => Assert.Equal(4, found.Finding.Related.Length));
        Assert.All(found, found => Assert.Equal("a.digest:5 here for ‘tide gauge network’", Shown(found.Finding.Related[0])));
    }

    [Fact]
    public void Closed_digests_need_no_text()
    {
        SwitchOn();
        _folder.Write("a.digest", Coast("A tide gauge network (TGN) talks."));
        _folder.Write("b.digest", Quay("The true ground noise (TGN) is loud."));
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        Assert.Empty(workspace.Load([_folder.FullName]));
        File.Delete(_folder.PathOf("a.digest"));
        File.Delete(_folder.PathOf("b.digest"));

        Assert.Single(Across(workspace.Current));
    }

    private void SwitchOn() => _folder.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG5001.severity = suggestion\n");

    private IEnumerable<(string File, Diagnostic Finding)> Across()
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        Assert.Empty(workspace.Load([_folder.FullName]));
        return Across(workspace.Current);
    }

    private static IEnumerable<(string File, Diagnostic Finding)> Across(Snapshot snapshot) =>
        from document in snapshot.Documents.OrderBy(document => document.Path, StringComparer.Ordinal)
        from finding in DocumentAnalysis.Diagnose(snapshot, document)
        where finding.Descriptor.Id == "DG5001"
        select (Path.GetFileName(document.Path), finding);

    private static string Shown(RelatedLocation related) =>
        $"{Path.GetFileName(related.Path)}:{related.Range.Start.Line + 1} {related.Message}";

    private static string Coast(string sentence) => $"Mar 11\n\nGauges on a Coast\n\n{sentence} {Owls}\n";

    private static string Quay(string sentence) => $"Mar 12\n\nNoises at a Quay\n\n{sentence} {Bells}\n";

    private static IEnumerable<Diagnostic> Check(string first, string second) => RuleChecks.Check(Digest(first, second));

    private static string Digest(string first, string second) =>
        $"Mar 11\n\nGauges on a Coast\n\n{first} {Owls}\n\nNoises at a Quay\n\n{second} {Bells}\n";
}
