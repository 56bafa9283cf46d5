using static DigestLsp.Analyzers.Tests.RuleChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG1007.</summary>
public class MetadataRuleTests
{
    [Theory]
    [InlineData("arxvi", "2603.90001", "arxiv")]
    [InlineData("arXiv", "2603.90001", "arxiv")]
    [InlineData("DOI", "10.1000/voles", "doi")]
    [InlineData("urls", "https://example.org/voles", "url")]
    [InlineData("Authors", "A. Barn, B. Owl", "authors")]
    [InlineData("tag", "birds", "tags")]
    public void A_misspelt_key_is_corrected(string key, string value, string right)
    {
        var finding = Assert.Single(
            CheckRepair(
                $$"""
                Mar 11

                Listening for Voles
                {|DG1007:{{key}}|}: {{value}}

                {{Owls}}
                """,
                $$"""
                Mar 11

                Listening for Voles
                {{right}}: {{value}}

                {{Owls}}
                """
            )
        );
        Assert.True(finding.Repair!.IsSafe);
        Assert.Equal($"‘{key}’ is no key of metadata; ‘{right}’ is", finding.Message);
    }

    [Fact]
    public void A_misspelt_key_below_an_abstract_is_corrected_too() =>
        CheckRepair(
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}
            {|DG1007:arxvi|}: 2603.90001
            """,
            $$"""
            Mar 11

            Listening for Voles

            {{Owls}}
            arxiv: 2603.90001
            """
        );

    [Fact]
    public void A_key_that_nobody_knows_stands_next_to_one_that_is_known()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for Voles
                arxiv: 2603.90001
                {|DG1007:colour|}: white

                {{Owls}}
                """
            )
        );
        Assert.Null(finding.Repair);
        Assert.Equal("‘colour’ is no key of metadata; these are: arxiv, doi, url, authors, tags, see, note", finding.Message);
    }

    [Theory]
    [InlineData("arxiv: {|DG1007:2603.9|}")]
    [InlineData("arxiv: {|DG1007:2613.90001|}")]
    [InlineData("arxiv: {|DG1007:2603.90001, 2603.90002|}")]
    [InlineData("arxiv: {|DG1007:math/0600001|}")]
    [InlineData("doi: {|DG1007:1000/voles|}")]
    [InlineData("url: {|DG1007:see the project page|}")]
    [InlineData("url: {|DG1007:https://|}")]
    [InlineData("url: {|DG1007:https:/example.org|}")]
    [InlineData("{|DG1007:tags:|}")]
    [InlineData("{|DG1007:note:|}")]
    public void A_value_has_the_form_that_its_key_asks_for(string line) =>
        Assert.Null(
            Assert
                .Single(
                    Check(
                        $$"""
                        Mar 11

                        Listening for Voles
                        {{line}}

                        {{Owls}}
                        """
                    )
                )
                .Repair
        );

    [Theory]
    [InlineData("url: example.org/voles", "https://example.org/voles")]
    [InlineData("arxiv: (2603.90001).", "2603.90001")]
    [InlineData("arxiv: ‘math/0601001’", "math/0601001")]
    public void What_is_nearly_a_value_is_corrected_on_request(string line, string right)
    {
        var (key, value) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var finding = Assert.Single(
            CheckRepair(
                $$"""
                Mar 11

                Listening for Voles
                {{key}} {|DG1007:{{value}}|}

                {{Owls}}
                """,
                $$"""
                Mar 11

                Listening for Voles
                {{key}} {{right}}

                {{Owls}}
                """
            )
        );
        Assert.False(finding.Repair!.IsSafe);
    }

    [Theory]
    [InlineData("arxiv: arXiv:2603.90001v2 [cs.SD]")]
    [InlineData("arxiv: https://arxiv.org/abs/2603.90001")]
    [InlineData("arxiv: hep-th/9901001")]
    [InlineData("doi: https://doi.org/10.1000/voles")]
    [InlineData("doi: 10.1000/voles(2026)<1:2>")]
    [InlineData("url: https://example.org/voles?x=1#top")]
    [InlineData("url: http://example.org, https://owls.example.org/")]
    [InlineData("note: arxiv: 1")]
    public void What_people_write_is_accepted(string line) =>
        Check(
            $$"""
            Mar 11

            Listening for Voles
            {{line}}

            {{Owls}}
            """
        );

    [Fact]
    public void A_key_that_has_one_value_stands_once_for_a_paper()
    {
        var findings = Check(
            $$"""
            Mar 11

            Listening for Voles
            arxiv: 2603.90001
            url: https://example.org
            note: read

            {{Owls}}
            url: https://example.com
            note: read again
            {|DG1007:arxiv: 2603.90002|}
            """
        );
        Assert.Equal("This paper has ‘arxiv’ already; only the first one counts", Assert.Single(findings).Message);
    }

    [Fact]
    public void Lines_of_a_wrapped_abstract_that_begin_like_metadata_are_prose() =>
        Assert.DoesNotContain(
            Diagnose(
                """
                Mar 11

                Listening for Voles

                Barn owls find voles under snow by ear alone. We place four microphones at the corners and
                note: that a vole which moves cannot be silent. The findings are as follows, and nobody knew,
                results: we show that a machine that cannot turn its head is no worse. Owls do better in wind.
                """,
                """
                Mar 11

                Listening for Voles

                Barn owls find voles under snow by ear alone. We place four microphones at the corners and
                note that: a vole which moves cannot be silent. The findings are as follows, and nobody knew,
                results: we show that a machine that cannot turn its head is no worse. Owls do better in wind.
                """
            ),
            finding => finding.Descriptor.Id == "DG1007"
        );

    [Theory]
    [InlineData("What a Bell Remembers")]
    [InlineData("what a bell REMEMBERS!")]
    [InlineData("What a *Bell* Remembers")]
    [InlineData("Listening for Voles")]
    public void A_reference_names_a_paper_of_any_digest_by_its_title(string title) =>
        Check(
            ("a.digest", $"Mar 11\n\nListening for Voles\nsee: {title}\n\n{Owls}\n"),
            ("b.digest", $"Mar 12\n\nWhat a Bell Remembers\n\n{Bells}\n")
        );

    [Theory]
    [InlineData("What a Bell Remembres", false)]
    [InlineData("What a Bell Remember", true)]
    [InlineData("What a Bell Remembers: Notes", false)]
    public void A_reference_that_nothing_resolves_names_the_nearest_title(string title, bool isSafe)
    {
        var findings = CheckRepair(
            $$"""
            Mar 11

            Listening for Voles
            see: {|DG1007:{{title}}|}

            {{Owls}}

            What a Bell Remembers

            {{Bells}}
            """,
            $$"""
            Mar 11

            Listening for Voles
            see: What a Bell Remembers

            {{Owls}}

            What a Bell Remembers

            {{Bells}}
            """
        );
        Assert.Equal(isSafe, Assert.Single(findings).Repair!.IsSafe);
        Assert.Equal("No paper has this title; the nearest is ‘What a Bell Remembers’", findings[0].Message);
    }

    [Fact]
    public void Of_two_titles_that_are_as_near_none_is_taken_unasked() =>
        Assert.False(
            Assert
                .Single(
                    Check(
                        $$"""
                        Mar 11

                        Listening for Voles
                        see: {|DG1007:What a Bell Remembert|}

                        {{Owls}}

                        What a Bell Remembers

                        {{Bells}}

                        What a Bell Remembern

                        {{Glaciers}}
                        """
                    )
                )
                .Repair!.IsSafe
        );

    [Fact]
    public void A_reference_to_nothing_says_so()
    {
        var finding = Assert.Single(
            Check(
                $$"""
                Mar 11

                Listening for Voles

                {{Owls}}
                see: {|DG1007:The Care of Shrews|}
                """
            )
        );
        Assert.Null(finding.Repair);
        Assert.Equal("No paper has this title", finding.Message);
    }

    [Fact]
    public void A_title_over_two_lines_is_written_on_one()
    {
        var title = "What a Bell Remembers of Its Founder and of the Church:\nA Study";
        var text =
            $"Mar 11\n\nListening for Voles\nsee: What a Bell Remembers of Its Founder and of the Church: A Studi\n\n{Owls}\n\n{title}\n\n{Bells}\n";

        var finding = Assert.Single(Diagnose(text), finding => finding.Descriptor.Id == "DG1007");

        Assert.Equal(title.Replace('\n', ' '), finding.Repair!.Changes[0].NewText);
    }

    private static IEnumerable<Diagnostic> Diagnose(params string[] texts) =>
        texts.SelectMany(text =>
        {
            var workspace = new DigestLsp.Workspaces.Workspace();
            return DocumentAnalysis.Diagnose(workspace.Open("a", 1, text), workspace.Current.GetDocument("a")!);
        });
}
