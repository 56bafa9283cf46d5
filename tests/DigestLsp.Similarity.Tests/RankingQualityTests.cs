using System.Text;
using DigestLsp.Testing;
using Xunit.Abstractions;

namespace DigestLsp.Similarity.Tests;

/// <summary>Ranking against graded relevance: 24 queries in CSFCube (Mysore et al. 2021), relevant from grade 2 on.</summary>
public class RankingQualityTests(ITestOutputHelper output)
{
    private const string Folder = "related/csfcube/";

    [CorpusFact]
    public void Ranking_is_better_than_tf_idf_and_bm25_fused()
    {
        var papers = File.ReadLines(Corpus.PathOf(Folder + "docs.tsv"))
            .Select(line => line.Split('\t'))
            .Select(values => (Id: values[0], Content: Hash128.Of(Encoding.UTF8.GetBytes(values[0])), Words: WordsOf(values)))
            .ToDictionary(paper => paper.Id);
        RankingIndex index = RankingIndex.Build([.. papers.Values.Select(paper => (paper.Content, paper.Words))]);
        List<double> precisions = [];
        List<double> gains = [];
        foreach (var query in Corpus.ReadTsv(Folder + "qrels.tsv").GroupBy(row => (row["query"], row["facet"])))
        {
            Dictionary<Hash128, int> grades = query
                .Where(row => row["document"] != query.Key.Item1)
                .ToDictionary(row => papers[row["document"]].Content, row => int.Parse(row["grade"], null));
            int[] ranked =
            [
                .. index.Rank(papers[query.Key.Item1].Words, grades.Count, grades.ContainsKey).Select(hit => grades[hit.Content]),
            ];
            precisions.Add(AveragePrecision(ranked));
            gains.Add(Gain(ranked) / Gain([.. ranked.OrderDescending()]));
        }

        Assert.Equal(24, precisions.Count);
        // What was measured is 0.431 and 0.598; TF-IDF and BM25 fused by reciprocal rank give 0.399 and 0.562.
        output.WriteLine($"MAP {precisions.Average():P1}, NDCG%20 {gains.Average():P1}");
        Assert.InRange(precisions.Average(), 0.425, 1);
        Assert.InRange(gains.Average(), 0.590, 1);
    }

    private static PaperWords WordsOf(string[] values) =>
        PaperWords.Compute(Encoding.UTF8.GetBytes(values[1]), Encoding.UTF8.GetBytes(values[2]));

    private static double AveragePrecision(int[] grades)
    {
        int relevant = 0;
        double sum = 0;
        for (int i = 0; i < grades.Length; i++)
        {
            if (grades[i] >= 2)
            {
                sum += ++relevant / (i + 1.0);
            }
        }

        return relevant == 0 ? 0 : sum / relevant;
    }

    /// <summary>Discounted cumulative gain over the first fifth; the first two places count in full.</summary>
    private static double Gain(int[] grades) =>
        grades.Take((int)Math.Ceiling(grades.Length * 0.2)).Select((grade, i) => grade / Math.Max(1, Math.Log2(i + 1))).Sum();
}
