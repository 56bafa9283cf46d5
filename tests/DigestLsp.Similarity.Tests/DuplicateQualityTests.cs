using DigestLsp.Testing;
using static DigestLsp.Similarity.Tests.Papers;

namespace DigestLsp.Similarity.Tests;

/// <summary>Recall and precision on labelled pairs, through the index, so that a pair that is never compared counts as missed.</summary>
public class DuplicateQualityTests
{
    [CorpusFact]
    public void Finds_the_versions_of_one_paper()
    {
        var rows = Corpus
            .ReadTsv("duplicates/same_id_variants.tsv")
            .Select(row => (Class: row["subclass"], Kind: KindOf(row)))
            .ToLookup(row => row.Class, row => row.Kind);
        Assert.All(
            rows,
            group => Assert.True(RecallOf(group) >= LeastRecall(group.Key), $"{group.Key}: {RecallOf(group):P2} of {group.Count()}")
        );
        Assert.InRange(RecallOf(rows.SelectMany(group => group)), 0.98, 1);
    }

    [CorpusFact]
    public void Takes_no_two_papers_of_one_title_for_copies()
    {
        DuplicateKind[] kinds =
        [
            .. Corpus
                .ReadTsv("duplicates/same_title_different_id.tsv")
                .Where(row => double.Parse(row["abs_word_ratio"], System.Globalization.CultureInfo.InvariantCulture) <= 0.3)
                .Select(KindOf),
        ];
        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.True(kind is DuplicateKind.None or DuplicateKind.Revised, $"{kind}"));
    }

    /// <summary>Abstracts that were written anew under a new title are out of reach of any text; the other classes are not.</summary>
    private static double LeastRecall(string subclass) => subclass == "wording_major" ? 0.6 : 0.95;

    private static double RecallOf(IEnumerable<DuplicateKind> kinds) => kinds.Average(kind => kind == DuplicateKind.None ? 0.0 : 1);

    private static DuplicateKind KindOf(IReadOnlyDictionary<string, string> row)
    {
        PaperFacts a = Facts(row["title_a"], row["abstract_a"]);
        PaperFacts b = Facts(row["title_b"], row["abstract_b"]);
        return DuplicateIndex.Build([a]).Query(b).Select(edge => edge.Match.Kind).SingleOrDefault();
    }
}
