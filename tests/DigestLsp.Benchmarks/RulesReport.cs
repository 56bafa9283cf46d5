using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Writes what the rules cost into <c>docs/performance.md</c>, between the marks of this section.</summary>
public static class RulesReport
{
    private const string Begin = "<!-- rules: written by tests/DigestLsp.Benchmarks rules -->";
    private const string End = "<!-- end of rules -->";

    public static void Write(Figures figures)
    {
        figures.Write(Path.Combine(PerformanceReport.Folder, "rules.json"));
        PerformanceReport.Replace(Begin, End, Section(figures));
    }

    private static string Section(Figures figures)
    {
        var text = new StringBuilder($"{Begin}\n");
        text.Append($"_Measured on {figures.Date}: {figures.Machine}. Medians of processor time, on two cores of the time that passed._\n");
        text.Append("\n| All rules about papers and digests | Papers | One core | Two cores |\n|---|---|---|---|\n");
        foreach (var papers in figures.All.Where(figure => figure is { Benchmark: "rules together", Unit: "papers" }))
        {
            text.Append($"| {papers.Variant} | {papers.Value:#,0} | {Speed(papers.Variant, 1)} | {Speed(papers.Variant, 2)} |\n");
        }
        text.Append("\n| Rule | Of one paper | Of the slowest megabyte | What that repeats |\n|---|---|---|---|\n");
        foreach (var rule in figures.All.Where(figure => figure is { Benchmark: "rule", Unit: "ns/paper" }))
        {
            var hostile = figures.All.FirstOrDefault(figure =>
                figure.Benchmark == "rule" && figure.Variant == rule.Variant && figure.Megabytes == 1
            );
            text.Append($"| {rule.Variant} | {rule.Value:#,0} ns | ");
            text.Append(hostile is null ? "– | – |\n" : $"{hostile.Value:#,0.0} ms | {Quoted(hostile.Unit["ms: ".Length..])} |\n");
        }
        return text.Append(End).ToString();

        string Speed(string variant, int cores) => $"{figures["rules together", variant, cores, "papers/s"]:#,0} papers/s";
    }

    /// <summary>Characters that a table would not show are written as their numbers.</summary>
    private static string Quoted(string unit) =>
        string.Concat(
                unit.Select(c =>
                    c is '|' or '`' or '\\' || c < ' ' || c > '~' ? $" U+{(int)c:X4} "
                    : c == ' ' ? "␣"
                    : c.ToString()
                )
            )
            .Replace("  ", " ", StringComparison.Ordinal)
            .Trim()
            is var shown
        && shown.Contains("U+", StringComparison.Ordinal)
            ? shown
            : $"`{shown}`";
}
