using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG4001: links that lead nowhere as they stand.</summary>
public class MalformedLinkRuleTests
{
    [Theory]
    [InlineData("{|DG4001:https: //github.com|}/owls/ears.", "https://github.com/owls/ears.")]
    [InlineData("{|DG4001:https :// github.com|}/owls.", "https://github.com/owls.")]
    [InlineData("{|DG4001:https:/ /github.com|}/owls.", "https://github.com/owls.")]
    [InlineData("{|DG4001:https://github. com|}/owls/ears.", "https://github.com/owls/ears.")]
    [InlineData("{|DG4001:https://owls. github.io|}/ears/.", "https://owls.github.io/ears/.")]
    [InlineData("{|DG4001:https://github .com|}/owls/ears.", "https://github.com/owls/ears.")]
    [InlineData("{|DG4001:https://github.com/ owls/ears|}.", "https://github.com/owls/ears.")]
    [InlineData("{|DG4001:https://example.org /owls/ears|}.", "https://example.org/owls/ears.")]
    public void White_space_splits_a_link(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("{|DG4001:https://|}https://github.com/owls.", "https://github.com/owls.")]
    [InlineData("{|DG4001:http://|}https://github.com/owls.", "https://github.com/owls.")]
    [InlineData("{|DG4001:https:/github.com|}/owls.", "https://github.com/owls.")]
    [InlineData("{|DG4001:https:///github.com|}/owls.", "https://github.com/owls.")]
    [InlineData("{|DG4001:https//|}github.com/owls.", "https://github.com/owls.")]
    public void A_link_does_not_begin_as_it_should(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("{|DG4001:https://a.org/owls}|}.", "https://a.org/owls.")]
    [InlineData("{|DG4001:https://a.org/owls]|}.", "https://a.org/owls.")]
    [InlineData("{|DG4001:https://a.org/owls{https://a.org/owls/}|}.", "https://a.org/owls.")]
    [InlineData("{|DG4001:https://a.org/owls{blue{a.org/owls}}|}.", "https://a.org/owls.")]
    [InlineData("{|DG4001:https://a.org/owls{this https URL}|}.", "https://a.org/owls.")]
    [InlineData("{|DG4001:https://a.org/owls{here}|}.", "here (https://a.org/owls).")]
    [InlineData("{|DG4001:https://a.org/owls{owls/ears}|}.", "owls/ears (https://a.org/owls).")]
    public void Braces_stand_behind_a_link(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("{|DG4001:https://a.org/bhttp|}s://c.org/d.", "https://a.org/b https://c.org/d.")]
    [InlineData("{|DG4001:https://a.org/b.We|} listen.", "https://a.org/b. We listen.")]
    public void Something_stands_at_a_link_without_a_space(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("{|DG4001:https://|} and no more.", "This link names no host")]
    [InlineData("{|DG4001:http://owlserver|}/ears for all.", "‘owlserver’ is no host that a reader could reach")]
    [InlineData("{|DG4001:this https URL|}.", "‘this https URL’ is what a web page shows for a link; the link itself is lost")]
    [InlineData(
        "https://{|DG4001:owl-proxy-2.123.workers.dev|}/owls/ears.",
        "This link leads through a proxy, ‘owl-proxy-2.123.workers.dev’, and not to the site itself"
    )]
    [InlineData(
        "https://{|DG4001:www-owls-org.ezproxy.example.edu|}/owls.",
        "This link leads through a proxy, ‘www-owls-org.ezproxy.example.edu’, and not to the site itself"
    )]
    public void A_link_leads_nowhere(string marked, string message)
    {
        var finding = Assert.Single(RuleChecks.Check(Digest(marked)));
        Assert.Equal(message, finding.Message);
        Assert.Null(finding.Repair);
    }

    [Fact]
    public void A_host_that_everybody_knows_is_completed_on_request()
    {
        var findings = RuleChecks.CheckRepair(Digest("{|DG4001:http://github|}/owls/ears."), Digest("http://github.com/owls/ears."));
        Assert.False(Assert.Single(findings).Repair!.IsSafe);
    }

    [Theory]
    [InlineData("https://en.wikipedia.org/wiki/Owl_(bird).")]
    [InlineData("[this https URL](https://example.org/owls).")]
    [InlineData("{https://example.org/owls}.")]
    [InlineData("[https://example.org/owls](https://example.org/owls).")]
    [InlineData("https://example.org. Code follows.")]
    [InlineData("https://example.org. com is a domain.")]
    [InlineData("https://web.archive.org/web/2024/https://example.org/owls.")]
    [InlineData("https://owl-proxy.github.io/ears.")]
    [InlineData("http://localhost:8080/owls and http://192.168.0.1/owls.")]
    [InlineData("https://example.org/owls and/or https://example.org/voles.")]
    [InlineData("https://example.org/owls?name=a&b=c#d.")]
    [InlineData("https: a protocol. It is safe.")]
    [InlineData(@"http://www.example.org/{|DG3005:\~|}{}owl/voles.")]
    [InlineData("https, the http protocol and http/2.")]
    [InlineData("www.example.org and example.org/owls.")]
    public void Links_look_like_that(string text) => RuleChecks.Check(Digest(text));

    [Fact]
    public void The_same_link_leads_elsewhere_in_a_copy()
    {
        var findings = RuleChecks.Check(
            ("march.digest", $"Mar 11\n\nListening for Voles\n\n{Owls} Code is at https://github.com/owls/listening."),
            (
                "april.digest",
                $"Apr 2\n\n{{|DG2003:Listening for Voles|}}\n\n{Owls} Code is at https://{{|DG4001:mirror.example.net|}}/owls/listening."
            )
        );
        var finding = findings.Single(finding => finding.Descriptor.Id == "DG4001");
        Assert.Equal("The same link leads to github.com in march.digest, line 3", finding.Message);
        Assert.Single(finding.Related);
    }

    private static string Digest(string text) => $"Mar 11\n\nListening for Voles\n\n{Owls} See {text}";

    private static void CheckRepair(string marked, string repaired) => RuleChecks.CheckRepair(Digest(marked), Digest(repaired));
}
