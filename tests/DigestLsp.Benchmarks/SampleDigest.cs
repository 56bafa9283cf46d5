using System.Text;
using DigestLsp.Syntax;

namespace DigestLsp.Benchmarks;

/// <summary>Well-formed digests of invented papers, the same at every run: titles of about 70 bytes, abstracts of about 1,100, with marks as frequent as in real ones.</summary>
public static class SampleDigest
{
    private const int PapersPerDay = 40;

    private static readonly string[] Adjectives =
        "slow fast sparse dense robust causal shallow painted braided quiet turbulent coarse fine adaptive frozen".Split(' ');

    private static readonly string[] Nouns =
        "river delta grain flume sediment channel estuary lake model estimator survey basin gauge flood meander señal Fluß".Split(' ');

    private static readonly string[] Verbs = "carries predicts explains follows measures outlives crosses feeds bounds records".Split(' ');

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>A digest of at least this many bytes.</summary>
    public static byte[] Create(int bytes)
    {
        var random = new Random(1);
        var text = new StringBuilder("new\n\nSubscribe\n\nDaily Papers\n\n");
        var utf8 = new MemoryStream(bytes + 4096);
        for (var paper = 0; utf8.Length < bytes; paper++)
        {
            if (paper % PapersPerDay == 0)
            {
                var day = paper / PapersPerDay;
                text.Append(Months[day / 28 % 12]).Append(' ').Append(1 + (day % 28)).Append("\n\n");
            }
            AppendPaper(text, random, paper);
            utf8.Write(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }
        return utf8.ToArray();
    }

    /// <summary>The position in the middle of an abstract.</summary>
    /// <param name="tree">A tree with papers.</param>
    /// <param name="place">How far into the text: 0 is the first paper, 1 the last.</param>
    public static int PositionInAbstract(SyntaxTree tree, double place)
    {
        var span = tree.Root.GetPaper((int)(place * (tree.PaperCount - 1))).Abstract!.Span;
        return span.Start + (span.Length / 2);
    }

    private static void AppendPaper(StringBuilder text, Random random, int number)
    {
        text.Append("On the ").Append(Pick(Adjectives)).Append(' ').Append(Pick(Nouns)).Append(": How a ").Append(Pick(Nouns));
        text.Append(' ').Append(Pick(Verbs)).Append(" the ").Append(Pick(Adjectives)).Append(' ').Append(Pick(Nouns)).Append(", Part ");
        text.Append(number).Append("\n\n");
        for (var end = text.Length + random.Next(900, 1300); text.Length < end; )
        {
            text.Append("The ").Append(Pick(Adjectives)).Append(' ').Append(Pick(Nouns)).Append(' ').Append(Pick(Verbs));
            text.Append(" a ").Append(Pick(Adjectives)).Append(' ').Append(Pick(Nouns)).Append(" of ").Append(random.Next(2, 5_000));
            text.Append(' ').Append(Pick(Nouns)).Append("s, and no ").Append(Pick(Nouns)).Append("-wise ").Append(Pick(Nouns));
            text.Append(random.Next(4) == 0 ? " (it's 12% of it)" : "").Append(' ').Append(Pick(Verbs)).Append(" it. ");
        }
        if (random.Next(12) == 0)
        {
            text.Append("Code: https://example.org/").Append(Pick(Nouns)).Append('_').Append(number).Append(' ');
        }
        text.Length--;
        text.Append("\n\n");

        string Pick(string[] words) => words[random.Next(words.Length)];
    }
}
