using System.Collections.Immutable;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3006.</summary>
public class UnbalancedDelimiterRuleTests
{
    [Theory]
    [InlineData("owls {|DG3006:(|}barn owls and others hear voles")]
    [InlineData("owls, barn owls and others{|DG3006:)|} hear voles")]
    [InlineData("owls {|DG3006:(|}barn owls (and others) hear voles")]
    [InlineData("owls {|DG3006:{|}barn owls hear")]
    [InlineData("NILE{|DG3006:}|} hears voles")]
    [InlineData("an owl (IFD{|DG3006:}|}) hears voles")]
    [InlineData("(a) owls and (b) voles, and mice{|DG3006:)|} hear")]
    [InlineData("1) owls (barn owls) and 2) voles {|DG3006:(|}mice and shrews")]
    [InlineData("the cost is O{|DG3006:(|}log n for $f(x)$")]
    [InlineData("one{|DG3006:]|} and (two) and [three]")]
    public void A_bracket_without_a_partner_is_found(string marked) => Check(marked);

    [Theory]
    [InlineData("owls [3, 4 and [5] hear", 5)]
    [InlineData("([one) and (two) [three]", 1)]
    public void A_square_bracket_is_one_too(string text, int position)
    {
        var workspace = new Workspace();
        var digest = $"Mar 11\n\nListening for Voles\n\n{Owls} ";
        workspace.Open("a", 1, $"{digest}{text}. Others hear mice.");

        var finding = Assert.Single(DocumentAnalysis.Diagnose(workspace.Current, workspace.Current.GetDocument("a")!));

        Assert.Equal(("DG3006", digest.Length + position, 1), (finding.Descriptor.Id, finding.Span.Start, finding.Span.Length));
    }

    [Theory]
    [InlineData("1) owls, 2) voles and 3) mice")]
    [InlineData("a) owls, b) voles; i) mice, ii) shrews, iv) moles, A) bats")]
    [InlineData("1.) owls 2.) voles, RQ1) mice, Step 2) shrews, 1st) moles, *) bats, {|DG3005:\\textbf{a)}|} newts, raw.2) toads")]
    [InlineData("owls (see Fig. 1) and voles (in part a) and 2) mice")]
    [InlineData("(e.g., 1) owls and 2) voles)")]
    [InlineData("(1) owls, (ii) voles, (c) mice")]
    [InlineData("in [0, 1) and (0, 1] and ]0, 1[ and [0, 1[ and [k,2k[")]
    [InlineData("owls laugh :) and voles do not :( or ;-)")]
    [InlineData("it grows as $O(n$) or ($x)$ and $[0, 1)$ and $\\{x$")]
    [InlineData("of {|DG3005:\\{|}x and \\(f(x\\) as {|DG3005:{[}5]|} says")]
    [InlineData("see https://example.org/a_(b and `f(x` and [this] (https://example.org/)")]
    [InlineData("f(g(h(x))), {a: [b, (c)]} and ((((((((((((((((((((deep))))))))))))))))))))")]
    [InlineData("the group {|DG3005:\\lbrack|} h, h] is one")]
    [InlineData("nothing at all")]
    public void Lists_intervals_faces_and_formulas_are_balanced_as_they_are(string text) => Check(text);

    [Theory]
    [InlineData("a way of enhancing owls{|DG3006:\"|}? In this field they hear")]
    [InlineData("\"owls\" and voles.{|DG3006:\"|} They hear")]
    [InlineData("the {|DG3006:\"|}owls and \"voles\" hear mice")]
    [InlineData("({|DG3006:\"|}Transversals of owls) hear mice")]
    [InlineData("Gy{|DG3005:\\\"{o}|}rgy has \"hidden owls\" and {|DG3006:\"|}voles")]
    public void A_straight_quotation_mark_without_a_partner_is_found(string marked) => Check(marked);

    [Theory]
    [InlineData("\"owls\" (\"voles\"), \"mice,\" \"shrews.\" and \"moles\"")]
    [InlineData("a 5\" owl and a \"vole\" and a \"14\" mouse\"")]
    [InlineData("f\" and D\" and G/G\" of $u\" + v$")]
    [InlineData("the {|DG3005:``owls\"|} hear")]
    [InlineData("beta\"-owls and h\"-voles")]
    [InlineData("f\"ur owls \" and voles")]
    [InlineData("owls “and\" voles")]
    public void A_mark_that_may_pair_or_be_something_else_is_none(string text) => Check(text);

    [Fact]
    public void What_a_cut_abstract_leaves_open_is_the_cut() =>
        RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} The owls (barn owls, and {{|DG3001:others|}}");

    [Fact]
    public void A_paragraph_may_close_what_another_opened() =>
        RuleChecks.Check(
            $"Mar 11\n\nListening for Voles\n\n{Owls} They may listen (for the {{|DG1005:grass,\n\nhowever|}} little) of it there is. {Recipes}"
        );

    [Fact]
    public void A_title_is_checked_too()
    {
        var finding = Assert.Single(RuleChecks.Check($"Mar 11\n\nListening {{|DG3006:(|}}for Voles\n\n{Owls}"));
        Assert.Equal("Nothing closes this ‘(’", finding.Message);
        Assert.Null(finding.Repair);
    }

    private static ImmutableArray<Diagnostic> Check(string marked) =>
        RuleChecks.Check($"Mar 11\n\nListening for Voles\n\n{Owls} {marked}. Others hear mice. The rest is still.");
}
