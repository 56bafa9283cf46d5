using System.Diagnostics;
using DigestLsp.Analyzers;
using DigestLsp.Syntax;
using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Benchmarks;

/// <summary>What the rules cost: together on ordinary papers, each alone, and each on text that was made to be slow.</summary>
public static class RuleMeasurements
{
    /// <summary>Runs of which the median counts.</summary>
    private const int Runs = 7;

    private const int HostileLength = 1_000_000;
    private const int PapersADigest = 250;

    /// <summary>Measures everything.</summary>
    public static IEnumerable<Figure> Run()
    {
        var generated = Split(SampleDigest.Create(20_000_000));
        WarmUp(generated);
        foreach (var figure in Together("generated papers", generated))
        {
            yield return figure;
        }
        if (ArchivePapers.Read() is { } archive)
        {
            foreach (
                var figure in Together(
                    "100,000 abstracts of arXiv",
                    DigestsOf(archive.Select(paper => $"{paper.Title}\n\n{paper.Abstract}\n\n"))
                )
            )
            {
                yield return figure;
            }
        }
        var papers = generated.Sum(tree => tree.PaperCount);
        var nothing = Median(() => RunRules(generated, new RuleSet([new SilentRule()])));
        yield return new("rule", "the look at the characters", 0, "ns/paper", nothing * 1e9 / papers);
        foreach (var rule in RuleCatalog.All.Where(rule => rule is IPaperRule or IProseRule or IDigestRule))
        {
            var alone = new RuleSet([rule, new SilentRule()]);
            var seconds = Median(() => RunRules(generated, alone));
            yield return new("rule", rule.Descriptor.Id, 0, "ns/paper", Math.Max(0, (seconds - nothing) * 1e9 / papers));
            var (slowest, unit) = SlowestOf(alone);
            yield return new("rule", rule.Descriptor.Id, 1, $"ms: {unit}", slowest * 1e3);
        }
    }

    private static IEnumerable<Figure> Together(string texts, SyntaxTree[] trees)
    {
        // A set of its own, so that nothing is kept from one run to the next.
        var all = new RuleSet(RuleCatalog.All);
        var papers = trees.Sum(tree => tree.PaperCount);
        yield return new("rules together", texts, 0, "papers", papers);
        yield return new("rules together", texts, 1, "papers/s", papers / Median(() => RunRules(trees, all)));
        yield return new(
            "rules together",
            texts,
            2,
            "papers/s",
            papers
                / MedianPassed(() =>
                    Parallel.ForEach(trees, new ParallelOptions { MaxDegreeOfParallelism = 2 }, tree => RunRules([tree], all))
                )
        );
    }

    /// <summary>The longest time, in seconds, that some rules take over a megabyte, and what it repeats.</summary>
    private static (double Seconds, string Unit) SlowestOf(RuleSet rules) =>
        HostileText
            .Units.Select(unit =>
            {
                var text = string.Concat(Enumerable.Repeat(unit, HostileLength / unit.Length));
                SyntaxTree[] tree = [SyntaxTree.Parse(SourceText.From($"Mar 1\n\nWhat a Bell Remembers\n\nWe ring a bell. {text}\n"))];
                return (Seconds: Median(() => RunRules(tree, rules), runs: 3), unit);
            })
            .Max();

    private static void RunRules(IEnumerable<SyntaxTree> trees, RuleSet rules)
    {
        foreach (var tree in trees)
        {
            for (var paper = tree.Root.WalkPapers(); paper.MoveNext(); )
            {
                PaperFindings.Of(paper.ToSyntax(), rules);
            }
            foreach (var rule in rules.OfDigests)
            {
                rule.Analyze(tree.Root, static (_, _, _) => { });
            }
        }
    }

    /// <summary>Runs all rules until the compiler has optimised them, which it does in the background.</summary>
    private static void WarmUp(SyntaxTree[] trees)
    {
        var all = new RuleSet(RuleCatalog.All);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3); )
        {
            RunRules(trees, all);
        }
    }

    /// <summary>Processor time, in seconds: other work on the machine costs turns.</summary>
    private static double Median(Action run, int runs = Runs) =>
        Median(run, runs, static () => Environment.CpuUsage.TotalTime.TotalSeconds);

    /// <summary>Time that passes, in seconds.</summary>
    private static double MedianPassed(Action run) => Median(run, Runs, static () => Stopwatch.GetElapsedTime(0).TotalSeconds);

    private static double Median(Action run, int runs, Func<double> seconds)
    {
        run();
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = seconds();
            run();
            times[i] = seconds() - start;
        }
        Array.Sort(times);
        return times[runs / 2];
    }

    private static SyntaxTree[] Split(byte[] digest) =>
        DigestsOf(
            SyntaxTree.Parse(SourceText.From(digest)).Root.Papers.Select(paper => $"{paper.Title?.Text}\n\n{paper.Abstract?.Text}\n\n")
        );

    private static SyntaxTree[] DigestsOf(IEnumerable<string> papers) =>
        [.. papers.Chunk(PapersADigest).Select(some => SyntaxTree.Parse(SourceText.From("Mar 1\n\n" + string.Concat(some))))];

    /// <summary>Asks for a look at the characters and is never asked itself.</summary>
    private sealed class SilentRule : IProseRule
    {
        public DiagnosticDescriptor Descriptor { get; } = new("DG9999", "Says nothing", RuleSeverity.None);

        public CharacterPairs Triggers => default;

        public void Analyze(Prose prose, ReportFinding report) { }
    }
}
