using DigestLsp.Testing;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests;

public class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_out_and_their_places_kept()
    {
        var marked = MarkedText.Parse("a [|bc|] {|DG3001:d{|x:|}e|}", "\n");

        Assert.Equal("a bc de", marked.Text);
        Assert.Equal([new("", new(2, 2)), new("DG3001", new(5, 2)), new("x", new(6, 0))], marked.Spans);
        Assert.Equal([new TextSpan(5, 2)], marked["DG3001"]);
    }

    [Fact]
    public void Places_count_the_line_ending_that_is_asked_for()
    {
        var marked = MarkedText.Parse("a\n\n[|b|]\n", "\r\n");

        Assert.Equal("a\r\n\r\nb\r\n", marked.Text);
        Assert.Equal([new MarkedSpan("", new(5, 1))], marked.Spans);
    }

    [Theory]
    [InlineData("{|x^2|}")]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("[|a|}")]
    [InlineData("{|n:a|]")]
    public void A_mark_that_stands_alone_is_a_mistake(string marked) => Assert.Throws<FormatException>(() => MarkedText.Parse(marked));

    [Theory]
    [InlineData("a [|bc|] {|DG3001:d{|x:|}e|}\n{|y:{|z:f|}|}")]
    [InlineData("{|x:|}{|y:a|}")]
    [InlineData("no marks {at|all} [here]")]
    public void Formatting_puts_the_marks_back(string marked)
    {
        var parsed = MarkedText.Parse(marked, "\r\n");

        Assert.Equal(marked, MarkedText.Format(parsed.Text, parsed.Spans));
    }
}
