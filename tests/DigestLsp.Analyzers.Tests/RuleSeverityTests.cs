using DigestLsp.Testing;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers.Tests;

/// <summary>What <c>.editorconfig</c> files make of findings.</summary>
public sealed class RuleSeverityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("error", RuleSeverity.Error)]
    [InlineData("warning", RuleSeverity.Warning)]
    [InlineData("suggestion", RuleSeverity.Suggestion)]
    [InlineData("silent", RuleSeverity.Silent)]
    [InlineData("Error", RuleSeverity.Error)]
    public void A_rule_has_the_severity_that_is_configured(string value, RuleSeverity expected) =>
        Assert.Equal(expected, SeverityOf($"digest_diagnostic.DG1002.severity = {value}"));

    [Fact]
    public void None_turns_a_rule_off() => Assert.Null(SeverityOf("digest_diagnostic.DG1002.severity = none"));

    [Theory]
    [InlineData("")]
    [InlineData("digest_diagnostic.DG1002.severity = loud")]
    [InlineData("digest_diagnostic.DG1002.severity = 4")]
    [InlineData("digest_diagnostic.DG1003.severity = error")]
    public void Otherwise_it_has_its_default(string line) => Assert.Equal(RuleSeverity.Warning, SeverityOf(line));

    [Fact]
    public void A_nearer_file_beats_one_above_it_and_root_hides_those()
    {
        _folder.Write(".editorconfig", "[*]\ndigest_diagnostic.DG1002.severity = error");
        _folder.Write("a/.editorconfig", "[*.digest]\ndigest_diagnostic.DG1002.severity = silent");
        _folder.Write("b/.editorconfig", "root = true\n[*.txt]\ndigest_diagnostic.DG1002.severity = silent");

        Assert.Equal(RuleSeverity.Silent, SeverityAt("a/x.digest"));
        Assert.Equal(RuleSeverity.Warning, SeverityAt("b/x.digest"));
        Assert.Equal(RuleSeverity.Error, SeverityAt("c/x.digest"));
    }

    public static TheoryData<string, string> EverySeverityAndPlace
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var severity in (string[])["none", "silent", "suggestion", "warning", "error"])
            {
                foreach (var name in (string[])["x.digest", "deep/er/x.digest.txt", "deep/old-1.digest", "a b/{x}.digest"])
                {
                    data.Add(severity, name);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EverySeverityAndPlace))]
    public void Every_severity_can_be_set_for_every_glob(string severity, string name)
    {
        RuleSeverity? expected = Enum.Parse<RuleSeverity>(severity, ignoreCase: true);
        _folder.Write(
            ".editorconfig",
            $"""
            root = true
            [*.md]
            digest_diagnostic.DG1002.severity = error
            [*.{"{digest,txt}"}]
            digest_diagnostic.DG1002.severity = {severity}
            """
        );
        Assert.Equal(expected == RuleSeverity.None ? null : expected, SeverityAt(name));
    }

    [Fact]
    public void Of_several_sections_the_last_that_matches_counts()
    {
        _folder.Write(
            ".editorconfig",
            """
            root = true
            [*]
            digest_diagnostic.DG1002.severity = error
            [old/**]
            digest_diagnostic.DG1002.severity = none
            [old/kept-[0-9].digest]
            digest_diagnostic.DG1002.severity = suggestion
            [{a,b}.digest]
            digest_diagnostic.DG1002.severity = silent
            [!(x).digest]
            digest_diagnostic.DG1003.severity = none
            """
        );
        Assert.Equal(RuleSeverity.Error, SeverityAt("x.digest"));
        Assert.Null(SeverityAt("old/x.digest"));
        Assert.Null(SeverityAt("old/deep/x.digest"));
        Assert.Equal(RuleSeverity.Suggestion, SeverityAt("old/kept-7.digest"));
        Assert.Null(SeverityAt("old/kept-10.digest"));
        Assert.Equal(RuleSeverity.Silent, SeverityAt("b.digest"));
        Assert.Equal(RuleSeverity.Silent, SeverityAt("old/a.digest"));
    }

    [Fact]
    public void What_a_nearer_file_leaves_open_a_file_above_it_says()
    {
        _folder.Write(".editorconfig", "root = true\n[*]\ndigest_diagnostic.DG1002.severity = error\n");
        _folder.Write("a/.editorconfig", "[*.txt]\ndigest_diagnostic.DG1002.severity = silent\n");
        _folder.Write("a/b/.editorconfig", "[*]\ndigest_diagnostic.DG1002.severity = unset\n");
        _folder.Write("a/b/c/.editorconfig", "root = true\n");

        Assert.Equal(RuleSeverity.Error, SeverityAt("a/x.digest"));
        Assert.Equal(RuleSeverity.Silent, SeverityAt("a/x.txt"));
        Assert.Equal(RuleSeverity.Warning, SeverityAt("a/b/x.txt"));
        Assert.Equal(RuleSeverity.Warning, SeverityAt("a/b/c/x.txt"));
    }

    [Fact]
    public void Only_the_document_on_which_a_finding_stands_is_asked()
    {
        _folder.Write("a/.editorconfig", "[*]\ndigest_diagnostic.DG2001.severity = none");
        _folder.Write("a/1.digest", $"Mar 1\n\nWhat a Bell Remembers\n\n{Abstracts.Bells}");
        _folder.Write("b/2.digest", $"Mar 2\n\nWhat a Bell Remembers\n\n{Abstracts.Bells}");
        _folder.Write("a/3.digest", $"Mar 3\n\nWhat a Bell Remembers\n\n{Abstracts.Bells}");
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        Assert.Empty(workspace.Load([_folder.FullName]));

        Assert.Equal(["2.digest"], Found(workspace.Current).Select(found => found.File));
    }

    [Fact]
    public void Findings_on_closed_documents_are_those_on_open_ones()
    {
        const string Marked =
            $"Mar 32\n\nWhat a Bell Remembers\n\n{Abstracts.Bells}\n\nWhat a Bell Remembers\n\n{Abstracts.Bells}\n\nListening for Voles\n\nOwls hear and\n";
        var closed = new Workspace(DocumentAnalysis.Prepare);
        _folder.Write("x.digest", Marked);
        closed.Load([_folder.FullName]);
        var open = new Workspace();
        open.Open(_folder.PathOf("x.digest"), 1, Marked);

        Assert.NotEmpty(Found(open.Current));
        Assert.Equal(Found(open.Current), Found(closed.Current));
    }

    private static IEnumerable<(string File, string Id, string Range, string Message)> Found(Snapshot snapshot) =>
        snapshot.Documents.SelectMany(document =>
            DocumentAnalysis
                .Diagnose(snapshot, document)
                .Select(finding => (Path.GetFileName(document.Path), finding.Descriptor.Id, finding.Range.ToString(), finding.Message))
        );

    private RuleSeverity? SeverityOf(string line)
    {
        _folder.Write(".editorconfig", $"root = true\n[*.digest]\n{line}\n");
        return SeverityAt("x.digest");
    }

    private RuleSeverity? SeverityAt(string name)
    {
        var workspace = new Workspace();
        var snapshot = workspace.Open(_folder.PathOf(name), 1, $"Mar 32\n\nWhat a Bell Remembers\n\n{Abstracts.Bells}");
        return DocumentAnalysis.Diagnose(snapshot, snapshot.GetDocument(_folder.PathOf(name))!).SingleOrDefault()?.Severity;
    }
}
