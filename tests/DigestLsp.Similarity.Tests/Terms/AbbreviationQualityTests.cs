using System.Text;
using System.Text.RegularExpressions;
using DigestLsp.Testing;
using Xunit.Abstractions;

namespace DigestLsp.Similarity.Tests;

/// <summary>
/// Precision and recall on labelled abstracts. The rules were made looking at seven abstracts of eight; the errors on every eighth were
/// never looked at.
/// </summary>
public partial class AbbreviationQualityTests(ITestOutputHelper output)
{
    [CorpusFact]
    public void Finds_the_pairs_of_labelled_abstracts()
    {
        LabelledText[] all = [.. Read()];
        Score seen = Measure("seven of eight", all.Where((_, i) => i % 8 != 7));
        Score unseen = Measure("every eighth", all.Where((_, i) => i % 8 == 7));
        Score both = Measure("all", all);

        Assert.InRange(seen.Precision, 0.975, 1);
        Assert.InRange(seen.Recall, 0.855, 1);
        Assert.InRange(unseen.Precision, 0.94, 1);
        Assert.InRange(unseen.Recall, 0.75, 1);
        Assert.InRange(both.Precision, 0.97, 1);
        Assert.InRange(both.Recall, 0.845, 1);
    }

    private Score Measure(string name, IEnumerable<LabelledText> texts)
    {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        foreach (LabelledText text in texts)
        {
            HashSet<(string, string)> found = Find(text.Text);
            right += found.Count(text.Pairs.Contains);
            wrong += found.Count(pair => !text.Pairs.Contains(pair));
            missed += text.Pairs.Count(pair => !found.Contains(pair));
        }

        var score = new Score((double)right / (right + wrong), (double)right / (right + missed));
        output.WriteLine($"{name}: {right} right, {wrong} wrong, {missed} missed; {score}");
        return score;
    }

    private static HashSet<(string Short, string Long)> Find(string text)
    {
        var found = new List<Abbreviation>();
        Abbreviations.Find(text, found);
        return [.. found.Select(pair => (Text(pair.Short), Text(pair.Long)))];

        string Text(Text.TextSpan span) => OnOneLine(text.Substring(span.Start, span.Length));
    }

    /// <summary>An abstract begins with its number on a line; a pair is indented, and what the labellers noted begins with //.</summary>
    private static IEnumerable<LabelledText> Read()
    {
        LabelledText? current = null;
        foreach (string line in File.ReadLines(Corpus.PathOf("acronyms/med1250_labeled.txt"), Encoding.Latin1))
        {
            if (Number().IsMatch(line))
            {
                if (current is not null)
                {
                    yield return current;
                }

                current = new(string.Empty, []);
            }
            else if (current is not null && line.StartsWith("  ", StringComparison.Ordinal) && line.Split('|', 2) is [var name, var words])
            {
                current.Pairs.Add((OnOneLine(name), OnOneLine(words)));
            }
            else if (current is not null && !line.StartsWith("//", StringComparison.Ordinal))
            {
                current = current with { Text = current.Text + line.Trim() + "\n" };
            }
        }

        yield return current!;
    }

    private static string OnOneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"^\s*\d+\s*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record LabelledText(string Text, HashSet<(string Short, string Long)> Pairs);

    private readonly record struct Score(double Precision, double Recall)
    {
        public override string ToString() =>
            FormattableString.Invariant(
                $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {2 * Precision * Recall / (Precision + Recall):0.000}"
            );
    }
}
