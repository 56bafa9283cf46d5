using DigestLsp.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Where in prose characters stand that are not prose.</summary>
public class ProtectedSpansTests
{
    [Theory]
    [InlineData("{|Link:https://owls.org/voles|}")]
    [InlineData("see {|Link:https://owls.org/a_b?c=1#d|}.")]
    [InlineData("(see {|Link:http://owls.org|})")]
    [InlineData("({|Link:https://owls.org/Vole_(rodent)|}), and")]
    [InlineData("<{|Link:https://owls.org|}>")]
    [InlineData("{|Link:https://owls.org/|}{here}")]
    [InlineData("code:{|Link:https://owls.org|}")]
    [InlineData("{|Link:https://owls.org/~anna/x\\_y|}.")]
    [InlineData("{|Link:owls.github.io/voles|} and {|Link:www.owls.org|}")]
    [InlineData("[{|Link:owls.github.io/a_b|}]({|Link:https://owls.github.io/a_b|}).")]
    [InlineData("at {|Link:owls.org|}.")]
    [InlineData("and/or, 1/2, e.g./i.e., in.The, i.e. that, A.I. and U.S.A")]
    public void Links(string marked) => Check(marked);

    [Theory]
    [InlineData("write to {|Address:anna.k@owls.org|}.")]
    [InlineData("by {|Address:@owl_lover|}, 2026")]
    [InlineData("pass@1, pass@k, mAP@0.5 and NDCG@10 @ 5")]
    public void Addresses(string marked) => Check(marked);

    [Theory]
    [InlineData("of {|Formula:$x$|} and {|Formula:$y_i$|}")]
    [InlineData("{|Formula:$$x + y$$|} and {|Formula:\\(a\\)|} and {|Formula:\\[ b \\]|}")]
    [InlineData("{|Formula:$3$|} owls, {|Formula:$100\\%$|}, {|Formula:$10$|} of {|Formula:$12$|}")]
    [InlineData("Owl{|Formula:$\\times$|}Vole")]
    [InlineData("{|Formula:$ x $|} with {|Formula:$n \\geq \\text{the least of all the numbers}$|}")]
    [InlineData("{|Formula:$P(the answer is wrong) \\le 1$|}")]
    [InlineData("{|Formula:$x costs \\$5$|}")]
    [InlineData("({|Formula:$n$|}-{|Formula:$m$|})")]
    public void Formulas(string marked) => Check(marked);

    [Theory]
    [InlineData("$5")]
    [InlineData("$5.2K and $3 million")]
    [InlineData("from $5 to $7, $5-$7, $5/$7")]
    [InlineData("US$5 and US$7")]
    [InlineData("under $1,000 per owl, and in snow below $2 each")]
    [InlineData("\\$5 and \\$6")]
    [InlineData("costs $5 for \\emph{each}, $6 for all")]
    [InlineData("5$ and 10$")]
    [InlineData("$ and then the owls of the field are $")]
    [InlineData("$$ and $")]
    [InlineData("\\( and \\( a, \\[ and b")]
    public void Money_and_stray_dollars_are_no_formulas(string marked) => Check(marked);

    [Theory]
    [InlineData("set {|Code:max_tokens|} in {|Code:train.py|}, call {|Code:fit()|} or {|Code:owl.fit()|}")]
    [InlineData("{|Code:__init__|} and {|Code:alpha_schedule|} and {|Code:src/owl_finder/main.cpp|}")]
    [InlineData("in {|Code:C:\\data\\_owls|}, or {|Code:`owl-2.5`|} and {|Code:```a b```|}")]
    [InlineData("x_i, C_Phi, log_2, eta_2propto, A_1, _ and f (), the `silver' owls, ``owls'' and `voles'")]
    public void Code(string marked) => Check(marked);

    [Fact]
    public void A_position_is_asked_for_from_left_to_right()
    {
        var spans = new ProtectedSpans("of $x$, $y$.");

        Assert.False(spans.Covers(0));
        Assert.True(spans.Covers(3));
        Assert.True(spans.Covers(5));
        Assert.False(spans.Covers(6));
        Assert.Equal(8, spans.At(7)?.Span.Start);
        Assert.True(spans.Covers(10));
        Assert.Null(spans.At(11));
    }

    [Fact]
    public void Any_text_is_walked_in_order() =>
        Prop.ForAll(
                Gen.Elements("$", "\\(", "\\)", "\\", "`", "://", "a", "_", "@", ".", "org", " ", "5", "{", "}", "()", "C:\\", "the ")
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                WalksInOrder
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("\\")]
    [InlineData("$")]
    [InlineData("$ ")]
    [InlineData("$a ")]
    [InlineData("\\( ")]
    [InlineData("\\[\\(")]
    [InlineData("`")]
    [InlineData("` ")]
    [InlineData("a_")]
    [InlineData("a.a")]
    [InlineData("a@")]
    [InlineData("://")]
    [InlineData("a://")]
    [InlineData("a()")]
    [InlineData("C:\\")]
    [InlineData("()")]
    [InlineData(")")]
    [InlineData("$\\(")]
    public void Hostile_text_is_walked_in_linear_time(string piece)
    {
        const int Length = 1 << 20;
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        var spans = new ProtectedSpans(text);
        while (spans.MoveNext()) { }

        Assert.InRange(spans.Steps, 0, 8 * Length);
    }

    private static void WalksInOrder(string text)
    {
        var end = 0;
        foreach (var found in new ProtectedSpans(text))
        {
            Assert.InRange(found.Span.Start, end, text.Length);
            Assert.InRange(found.Span.End, found.Span.Start + 1, text.Length);
            end = found.Span.End;
        }
    }

    private static void Check(string marked)
    {
        var expected = MarkedText.Parse(marked);
        var found = new List<MarkedSpan>();
        foreach (var span in new ProtectedSpans(expected.Text))
        {
            found.Add(new(span.Kind.ToString(), span.Span));
        }

        Assert.Equal(marked, MarkedText.Format(expected.Text, found));
    }
}
