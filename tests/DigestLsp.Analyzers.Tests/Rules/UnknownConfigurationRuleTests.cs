using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.Tests.ConfigurationChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG9001.</summary>
public class UnknownConfigurationRuleTests
{
    private static readonly (string, string) Digest = ("a.digest", $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}\n");

    [Fact]
    public void What_is_known_is_no_finding() =>
        Check(
            ".editorconfig",
            """
            root = true
            [*]
            indent_style = tabs
            digest = 5
            dotnet_diagnostic.DG2001.severty = x
            # digest_nonsense = x
            [*.{digest,txt}]
            digest_document = True # as ever
            digest_document = unset
            digest_diagnostic.DG2001.severity = none
            DIGEST_DIAGNOSTIC.dg2002.SEVERITY: Silent
            digest_diagnostic.DG2003.severity = suggestion
            digest_diagnostic.DG2004.severity = warning ; or error
            digest_diagnostic.DG0001.severity = error
            """,
            null,
            Digest
        );

    [Fact]
    public void What_is_misspelt_is_told_with_what_was_meant()
    {
        var found = Check(
            ".editorconfig",
            """
            root = true
            [*.digest]
            {|DG9001:digest_documnet|} = true
            digest_document = {|DG9001:ture|}
            {|DG9001:digest_diagnostics|}.DG2001.severity = none
            digest_diagnostic.{|DG9001:DG20O1|}.severity = none
            digest_diagnostic.DG2001.{|DG9001:severty|} = none
            digest_diagnostic.DG2001.severity = {|DG9001:warnin|} # quietly
            """,
            """
            root = true
            [*.digest]
            digest_document = true
            digest_document = true
            digest_diagnostic.DG2001.severity = none
            digest_diagnostic.DG2001.severity = none
            digest_diagnostic.DG2001.severity = none
            digest_diagnostic.DG2001.severity = warning # quietly
            """,
            Digest
        );

        Assert.Equal("There is no key ‘digest_documnet’; did you mean ‘digest_document’?", found[0].Message);
        Assert.Equal(
            "‘warnin’ is no value of this key, which may be ‘none’, ‘silent’, ‘suggestion’, ‘warning’ or ‘error’; did you mean ‘warning’?",
            found[^1].Message
        );
        Assert.All(found, finding => Assert.False(finding.Repair!.IsSafe));
    }

    [Fact]
    public void What_comes_near_nothing_has_no_repair() =>
        Check(
            ".editorconfig",
            """
            root = true
            {|DG9001:digest_document|} = true
            [*.digest]
            {|DG9001:digest_zebra|} = 1
            {|DG9001:digest_document|} =
            digest_document = {|DG9001:perhaps|}
            {|DG9001:digest_diagnostic|} = none
            {|DG9001:digest_diagnostic.severity|} = none
            digest_diagnostic.{|DG9001:zebra|}.severity = {|DG9001:2|}
            """,
            null,
            Digest
        );

    [Fact]
    public void A_file_in_a_folder_without_digests_is_looked_at_too() =>
        Check("below/.editorconfig", "[*.txt]\n{|DG9001:digest_documnet|} = true", "[*.txt]\ndigest_document = true", Digest);

    [Fact]
    public void A_baseline_that_is_no_JSON_is_told_at_its_place()
    {
        var found = Check(
            ".digestlsp/baseline.json",
            """
            {
              "version": 1,
              "findings": [
                {"rule":"DG1002","file":"a.digest","text":"é"}
                {|DG9001:{|}"rule":"DG1002"}
              ]
            }
            """,
            null,
            Digest
        );
        Assert.Equal(
            "This file is not used: it is no JSON from here on; mend it, restore it from version control or delete it",
            Assert.Single(found).Message
        );
    }

    [Fact]
    public void Keys_and_rules_of_the_JSON_files_are_looked_at()
    {
        Check(
            ".digestlsp/baseline.json",
            """
            {
              "version": 1,
              "findings": [
                {|DG9001:{|DG9002:{"rule":"DG9999","file":"a.digest","text":"x"}|}|}
              ]
            }
            """,
            """
            {
              "version": 1,
              "findings": [
                
              ]
            }
            """,
            Digest
        );
        Check(".digestlsp/distinct.json", """{"version":1,{|DG9001:"diferent"|}:[]}""", """{"version":1,"different":[]}""", Digest);
    }

    [Fact]
    public void The_file_itself_sets_the_severity()
    {
        const string Text = """
            root = true
            [.editorconfig]
            digest_diagnostic.DG9001.severity = error
            [*.digest]
            {|DG9001:digest_zebra|} = 1
            """;
        Assert.Equal(RuleSeverity.Error, Assert.Single(Check(".editorconfig", Text, null, Digest)).Severity);
    }
}
