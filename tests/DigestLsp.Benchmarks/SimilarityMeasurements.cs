using System.Diagnostics;
using System.Text;
using DigestLsp.Similarity;

namespace DigestLsp.Benchmarks;

/// <summary>What finding duplicates and related papers costs among 100,000 real ones.</summary>
public static class SimilarityMeasurements
{
    private const int Runs = 5;
    private const int Queries = 500;

    /// <summary>Measures everything.</summary>
    public static IEnumerable<Figure> Run()
    {
        var texts = (ArchivePapers.Read() ?? throw new InvalidOperationException("DIGEST_CORPUS is not set: there are no papers"))
            .DistinctBy(paper => paper)
            .Select(paper => (Title: Encoding.UTF8.GetBytes(paper.Title), Abstract: Encoding.UTF8.GetBytes(paper.Abstract)))
            .ToArray();
        yield return new("similarity", "papers", 0, "papers", texts.Length);

        var bytes = Live();
        PaperFacts[] facts = [];
        yield return new(
            "similarity",
            "facts",
            1,
            "papers/s",
            texts.Length / Median(() => facts = Array.ConvertAll(texts, FactsOf), ProcessorSeconds)
        );
        yield return new(
            "similarity",
            "facts of one paper, allocated",
            1,
            "bytes",
            AllocatedBy(() => Array.ForEach(texts, text => FactsOf(text))) / texts.Length
        );
        yield return new("similarity", "facts of one paper, kept", 0, "bytes", (Live() - bytes) / texts.Length);
        var index = DuplicateIndex.Empty;
        yield return new("similarity", "duplicate index, built", 2, "s", Median(() => index = DuplicateIndex.Build(facts)));
        yield return new(
            "similarity",
            "duplicate index, built, processor time",
            0,
            "s",
            Median(() => index = DuplicateIndex.Build(facts), ProcessorSeconds)
        );
        yield return new("similarity", "duplicate index, with all facts", 0, "MB", (Live() - bytes) / 1e6);

        var random = new Random(1);
        int[] some = [.. Enumerable.Range(0, Queries).Select(_ => random.Next(facts.Length))];
        yield return new("similarity", "one look-up", 1, "µs", 1e6 * MedianOf(some, i => index.Query(facts[i])));
        yield return new(
            "similarity",
            "one paper exchanged for its edited self",
            1,
            "µs",
            1e6 * MedianOf(some, i => index = index.Update([Edited(texts[i])], [facts[i]]).Update([facts[i]], [Edited(texts[i])])) / 2
        );

        bytes = Live();
        (Hash128, PaperWords)[] words = [];
        yield return new(
            "similarity",
            "words counted",
            1,
            "papers/s",
            texts.Length / Median(() => words = WordsOf(texts, facts), ProcessorSeconds)
        );
        var ranking = RankingIndex.Build([]);
        yield return new("similarity", "ranking, learnt", 2, "s", Median(() => ranking = RankingIndex.Build(words)));
        yield return new(
            "similarity",
            "ranking, learnt, processor time",
            0,
            "s",
            Median(() => ranking = RankingIndex.Build(words), ProcessorSeconds)
        );
        PaperWords[] queries = [.. some.Select(i => words[i].Item2)];
        words = [];
        yield return new("similarity", "ranking", 0, "MB", (Live() - bytes) / 1e6);
        int[] places = [.. Enumerable.Range(0, Queries)];
        yield return new("similarity", "one query for related papers", 1, "µs", 1e6 * MedianOf(places, i => ranking.Rank(queries[i], 10)));
        GC.KeepAlive(facts);
    }

    private static (Hash128, PaperWords)[] WordsOf((byte[] Title, byte[] Abstract)[] texts, PaperFacts[] facts) =>
        [.. texts.Select((text, i) => (facts[i].Content, PaperWords.Compute(text.Title, text.Abstract)))];

    private static PaperFacts FactsOf((byte[] Title, byte[] Abstract) text) => PaperFacts.Compute(text.Title, text.Abstract);

    private static PaperFacts Edited((byte[] Title, byte[] Abstract) text) => PaperFacts.Compute(text.Title, [.. text.Abstract, (byte)'x']);

    private static double AllocatedBy(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The bytes of all objects that are reachable, without what one collection leaves to the next.</summary>
    private static double Live()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static double Median(Action run, Func<Action, double>? clock = null)
    {
        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            times[i] = (clock ?? Seconds)(run);
        }
        Array.Sort(times);
        return times[Runs / 2];
    }

    private static double MedianOf(int[] items, Action<int> run)
    {
        Array.ForEach(items, run);
        var times = Array.ConvertAll(items, item => ProcessorSeconds(() => run(item)));
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static double Seconds(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Of all threads, the collector's included: other work on the machine shows little in it.</summary>
    private static double ProcessorSeconds(Action run)
    {
        var start = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}
