using System.Collections.Immutable;
using DigestLsp.Testing;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3004.</summary>
public class HtmlRuleTests
{
    [Theory]
    [InlineData("owls {|DG3004:&amp;|} voles", "owls & voles")]
    [InlineData("owls {|DG3004:&amp;amp;|} voles", "owls & voles")]
    [InlineData("AT{|DG3004:&amp;|}T, AT\\{|DG3004:&amp;|}T", "AT&T, AT&T")]
    [InlineData("3 {|DG3004:&lt;|} 5 and 5 {|DG3004:&amp;amp;gt;|} 3", "3 < 5 and 5 > 3")]
    [InlineData("the owl{|DG3004:&#8217;|}s ear, the owl{|DG3004:&#x2019;|}s", "the owl’s ear, the owl’s")]
    [InlineData("the owl{|DG3004:&#146;|}s ear", "the owl’s ear")]
    [InlineData("{|DG3004:&quot;|}ear{|DG3004:&quot;|} and {|DG3004:&#39;|}ear{|DG3004:&apos;|}", "\"ear\" and 'ear'")]
    [InlineData("800{|DG3004:&deg;|}C, the {|DG3004:&mu;|}-calculus, {|DG3004:&Eacute;|}tude", "800°C, the μ-calculus, Étude")]
    [InlineData("10{|DG3004:&nbsp;|}kg", "10 kg")]
    [InlineData("an owl {|DG3004:&amp|} a vole", "an owl & a vole")]
    [InlineData("an owl{|DG3004:&#10;|}and a vole", "an owl and a vole")]
    [InlineData("it is de{|DG3004:&#64257;|}ned as 16{|DG3004:&plusmn|}12", "it is defined as 16±12")]
    [InlineData("{|DG3004:&#8312;|}{|DG3004:&#8311;|}Rb atoms", "⁸⁷Rb atoms")]
    public void Entities_become_what_they_stand_for(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("a {|DG3004:<i>fixed</i>|} token and an {|DG3004:<b>old</b>|} element", "a fixed token and an old element")]
    [InlineData("of {|DG3004:<i>E. coli</i>|} cells", "of E. coli cells")]
    [InlineData("{|DG3004:<b>Background.</b>|} Owls hear", "Background. Owls hear")]
    [InlineData("{|DG3004:<strong>{|DG3004:<em>owls</em>|}</strong>|} hear", "owls hear")]
    [InlineData("owls hear.{|DG3004:<br>|}Voles do not", "owls hear. Voles do not")]
    [InlineData("owls hear.{|DG3004:<br/>|} Voles do not{|DG3004:<br />|}", "owls hear. Voles do not")]
    [InlineData("CO{|DG3004:<sub>2</sub>|} and 10{|DG3004:<sup>-3</sup>|} and the 5{|DG3004:<sup>th</sup>|}", "CO₂ and 10⁻³ and the 5th")]
    [InlineData("{|DG3004:<p>|}Owls hear.{|DG3004:</p>|}{|DG3004:<p>|}Voles do not{|DG3004:</p>|}", "Owls hear. Voles do not")]
    [InlineData("{|DG3004:<span style=\"color: red;\">owls</span>|} hear", "owls hear")]
    [InlineData("at {|DG3004:<a href=\"https://example.org/owls\">this https URL</a>|}", "at https://example.org/owls")]
    [InlineData("at {|DG3004:<a href=\"https://example.org/\">example.org</a>|}", "at example.org")]
    [InlineData("at {|DG3004:<a href='https://example.org/owls'>our page</a>|}", "at our page (https://example.org/owls)")]
    [InlineData("{|DG3004:<jats:p>|}Owls hear", "Owls hear")]
    [InlineData("of {|DG3004:&lt;|}i{|DG3004:&gt;|}E. coli{|DG3004:&lt;|}/i{|DG3004:&gt;|} cells", "of E. coli cells")]
    public void Tags_are_removed_and_their_text_is_kept(string marked, string repaired) => CheckRepair(marked, repaired);

    [Theory]
    [InlineData("x{|DG3004:<sub>max</sub>|}")]
    [InlineData("2{|DG3004:<sup>k+1</sup>|}")]
    [InlineData("an owl {|DG3004:&#1;|} a vole")]
    public void What_would_read_otherwise_without_its_markup_is_shown_only(string marked) =>
        Assert.Null(Assert.Single(CheckRepair(marked, null)).Repair);

    [Theory]
    [InlineData("0<delta<1 and a < b > c and x<i and j>b")]
    [InlineData("the tokens <s>, </s>, <unk>, <pad>, <eos>, <image>, <think> and </think>, [MASK]")]
    [InlineData("it thinks <think>long and hard</think> about <answer>5</answer>")]
    [InlineData("AT&T, R&D, Q&A; owls & voles, &c., & so on; a&b;")]
    [InlineData("vector<int>, std::map<a, b>, List<T>, foo(&image), &x;")]
    [InlineData("the averages <p> = 3, <b>, <u_i> and <i> of <B>")]
    [InlineData("we wrap it between <b> and </b> or in <code> ... </code>")]
    [InlineData("the <div> tag, the <br> element, ‘<br>’ and \"<p>\" and `<i>`")]
    [InlineData("a <button> in <table> rows with <td>cells</td>")]
    [InlineData("https://example.org/?a=1&lt=2&amplitude=3&copy=4")]
    [InlineData("<a b=c>, <subject, predicate, object>, <picture of a man>")]
    public void Angle_brackets_and_ampersands_have_other_uses(string text) => CheckRepair(text, null);

    [Fact]
    public void Messages_show_both_sides()
    {
        var findings = CheckRepair("owls {|DG3004:&amp;amp;|} {|DG3004:<i>voles</i>|}{|DG3004:<br>|}mice", "owls & voles mice");
        Assert.Equal(
            [
                "The HTML entity ‘&amp;amp;’ stands for ‘&’",
                "The HTML tags ‘<i>’ and ‘</i>’ are no part of the text",
                "The HTML tag ‘<br>’ is no part of the text",
            ],
            findings.Select(finding => finding.Message)
        );
        Assert.Equal("Remove ‘<i>’ and keep the text", findings[1].Repair!.Title);
    }

    [Fact]
    public void Replacing_a_link_by_other_words_is_not_safe() =>
        Assert.False(
            Assert.Single(CheckRepair("{|DG3004:<a href=\"https://example.org\">ours</a>|}", "ours (https://example.org)")).Repair!.IsSafe
        );

    private static ImmutableArray<Diagnostic> CheckRepair(string marked, string? repaired) =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{Owls} {marked}.",
            $"Mar 11\n\nListening for Voles\n\n{Owls} {repaired ?? MarkedText.Parse(marked).Text}."
        );
}
