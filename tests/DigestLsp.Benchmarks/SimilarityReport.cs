using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Writes what similarity costs into <c>docs/performance.md</c>, between the marks of this section.</summary>
public static class SimilarityReport
{
    private const string Begin = "<!-- similarity: written by tests/DigestLsp.Benchmarks similarity -->";
    private const string End = "<!-- end of similarity -->";

    public static void Write(Figures figures)
    {
        figures.Write(Path.Combine(PerformanceReport.Folder, "similarity.json"));
        PerformanceReport.Replace(Begin, End, Section(figures));
    }

    private static string Section(Figures figures)
    {
        var text = new StringBuilder($"{Begin}\n");
        text.Append(
            $"_Measured on {figures.Date}: {figures.Machine}. Medians of processor time on one core, of the time that passed on two._\n"
        );
        text.Append("\n| Among 100,000 titles and abstracts | | Cores |\n|---|---|---|\n");
        foreach (var figure in figures.All.Where(figure => figure is { Benchmark: "similarity", Unit: not "papers" }))
        {
            var value = figure.Unit == "s" ? $"{figure.Value:0.00}" : $"{figure.Value:#,0}";
            text.Append($"| {figure.Variant} | {value} {figure.Unit} | {(figure.Megabytes == 0 ? "" : $"{figure.Megabytes}")} |\n");
        }
        return text.Append(End).ToString();
    }
}
