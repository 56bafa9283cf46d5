using System.Text;
using DigestLsp.Parsing;
using DigestLsp.Testing;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>A glance at a title tells what measuring its words does.</summary>
public class TextShapeTests
{
    private static readonly string[] Pieces =
    [
        .. "is are was has were will Is ARE this his area hero where wills war wereabouts awake analysis".Split(' '),
        .. "River rivers Sand of the a in K-12 3D naïve Größe 砂 🏞 We This paper Our: However, tba n/a etc. vs. J.".Split(' '),
        .. "sand. grain! why? done... (flume) “delta” https://example.org/x www.example.org/y x/y $x$".Split(' '),
    ];

    private static readonly string[] Gaps = [" ", " ", " ", " ", "  ", "\t", "\n", "\r\n", "\v", "-", ". ", "? ", "\u00A0", ""];

    [Fact]
    public void However_words_and_marks_stand_together()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        for (var i = 0; i < 200_000; i++)
        {
            text.Clear();
            for (var words = random.Next(1, 40); words > 0; words--)
            {
                // Mostly words that are nothing but words, so that the others come one by one.
                text.Append(random.Next(4) == 0 ? Pieces[random.Next(Pieces.Length)] : "sediment");
                text.Append(random.Next(4) == 0 ? Gaps[random.Next(Gaps.Length)] : " ");
            }
            CheckSame(text.ToString().Trim());
        }
    }

    [Theory]
    [InlineData(" is ")]
    [InlineData(" are ")]
    [InlineData(" was ")]
    [InlineData(" has ")]
    [InlineData(" were\t")]
    [InlineData("\nwill\r\n")]
    [InlineData(". A")]
    [InlineData("!\nA")]
    [InlineData("?\tA")]
    public void A_statement_is_seen_wherever_it_stands(string mark)
    {
        for (var length = 1; length < 200 - mark.Length; length++)
        {
            var text = Encoding.UTF8.GetBytes(new string('x', length) + mark + new string('y', 200 - mark.Length - length));
            Assert.True(StatementMarks.MayStandIn(text));
        }
    }

    [Fact]
    public void Nothing_is_seen_in_a_plain_title() =>
        Assert.False(StatementMarks.MayStandIn("How a River of Sand Carries This Whole Area"u8));

    [CorpusFact]
    public void Of_every_line_of_real_digests()
    {
        foreach (var file in Directory.EnumerateFiles(Corpus.PathOf("digests"), "*.txt", SearchOption.AllDirectories))
        {
            foreach (var line in File.ReadLines(file).Select(line => line.Trim()))
            {
                // Words cut out of abstracts are more various than titles are.
                for (var start = 0; start < line.Length; start += 160)
                {
                    CheckSame(line[start..Math.Min(line.Length, start + 20 + (start % 180))].Trim());
                }
            }
        }
    }

    private static void CheckSame(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length is > 0 and < TextShape.AbstractBytes)
        {
            Assert.True(TextShape.MeasuredShape(bytes) == TextShape.Of(bytes).Shape, text);
        }
    }
}
