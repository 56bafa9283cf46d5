using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>
/// Input that nobody writes and somebody opens. Anything worse than linear would keep these tests from ever ending: they state no
/// times.
/// </summary>
public class HostileInputTests
{
    [Theory]
    [InlineData("short\n")]
    [InlineData("\n")]
    [InlineData(" \n")]
    [InlineData("\r")]
    [InlineData("new\n")]
    [InlineData("Mar 11\n")]
    [InlineData("note: x\n")]
    [InlineData("* * *\n\n")]
    [InlineData("a. B c.\n\n")]
    [InlineData("A title\n\n")]
    [InlineData("A title\narxiv: 1\n")]
    [InlineData("((((((((\n")]
    [InlineData(" ")]
    [InlineData(")")]
    [InlineData("\u00A0")]
    [InlineData("a ")]
    public void Two_hundred_thousand_times_the_same_is_read_and_edited(string piece)
    {
        var bytes = Repeated(piece, 200_000);

        var text = SourceText.From(bytes);
        var tree = SyntaxTree.Parse(text);
        var edited = tree;
        foreach (var position in (int[])[0, text.Length / 2, text.Length])
        {
            edited = edited.WithChanges(new TextChange(new(position, 0), "x"));
        }

        Assert.Equal(text.Length, tree.Root.FullSpan.Length);
        Assert.True(SyntaxTree.Parse(edited.Text).HasSameShape(edited));
        Assert.True(SyntaxTree.Parse(SourceText.Adopt(bytes)).HasSameShape(tree), "in one piece it is read as in windows");
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_one_block()
    {
        var bytes = Repeated("We let the river run over painted sand. ", 2_500_000);

        var tree = SyntaxTree.Parse(SourceText.From(bytes));

        var paper = Assert.Single(tree.Root.Papers);
        Assert.Equal((bytes.Length, bytes.Length - 1), (paper.FullSpan.Length, paper.Span.Length));
    }

    private static byte[] Repeated(string piece, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        var all = new byte[bytes.Length * times];
        for (var i = 0; i < all.Length; i += bytes.Length)
        {
            bytes.CopyTo(all, i);
        }
        return all;
    }
}
