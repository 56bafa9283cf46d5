using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Writes how long an editor waits into <c>docs/performance.md</c>, between the marks of this section.</summary>
public static class LatencyReport
{
    private const string Begin = "<!-- latency: written by tests/DigestLsp.Benchmarks latency -->";
    private const string End = "<!-- end of latency -->";

    public static void Write(Figures figures)
    {
        figures = figures with { All = [.. figures.All.GroupBy(figure => (figure.Variant, figure.Unit)).SelectMany(Percentiles)] };
        figures.Write(Path.Combine(PerformanceReport.Folder, "latency.json"));
        PerformanceReport.Replace(Begin, End, Section(figures));
    }

    /// <summary>The n-th percentile of measured values: the least of them that is not under n of a hundred.</summary>
    private static IEnumerable<Figure> Percentiles(IGrouping<(string Variant, string Unit), Figure> measured)
    {
        double[] values = [.. measured.Select(figure => figure.Value).Order()];
        foreach (var percent in values.Length >= 100 ? [50, 95, 99] : (int[])[50])
        {
            var value = values[(int)Math.Ceiling(values.Length * percent / 100.0) - 1];
            yield return new($"p{percent} of {values.Length}", measured.Key.Variant, 0, measured.Key.Unit, value);
        }
    }

    private static string Section(Figures figures)
    {
        var text = new StringBuilder($"{Begin}\n");
        text.Append($"_Measured on {figures.Date}: {figures.Machine}. Milliseconds, unless it says MB._\n");
        text.Append("\n| | Measured | p50 | p95 | p99 |\n|---|---|---|---|---|\n");
        foreach (var row in figures.All.GroupBy(figure => (figure.Variant, figure.Unit)))
        {
            text.Append($"| {row.Key.Variant} | {row.First().Benchmark.Split(' ')[^1]} |");
            foreach (var percentile in (string[])["p50", "p95", "p99"])
            {
                var figure = row.FirstOrDefault(figure => figure.Benchmark.StartsWith(percentile, StringComparison.Ordinal));
                text.Append(figure is null ? " |" : $" {figure.Value:#,0.#}{(figure.Unit == "MB" ? " MB" : "")} |");
            }
            text.Append('\n');
        }
        return text.Append(End).ToString();
    }
}
