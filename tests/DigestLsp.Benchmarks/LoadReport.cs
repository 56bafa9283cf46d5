using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Writes what loading a folder costs into <c>docs/performance.md</c>, between the marks of this section.</summary>
public static class LoadReport
{
    private const string Begin = "<!-- load: written by tests/DigestLsp.Benchmarks load -->";
    private const string End = "<!-- end of load -->";

    public static void Write(Figures figures)
    {
        figures.Write(Path.Combine(PerformanceReport.Folder, "load.json"));
        PerformanceReport.Replace(Begin, End, Section(figures));
    }

    private static string Section(Figures figures)
    {
        var text = new StringBuilder($"{Begin}\n");
        text.Append($"_Measured on {figures.Date}: {figures.Machine}. Medians of seven runs in one process._\n");
        text.Append("\n| | Time that passed | Processor time, both cores | Size |\n|---|---|---|---|\n");
        foreach (var what in figures.All.GroupBy(figure => figure.Variant))
        {
            text.Append($"| {what.Key} |");
            foreach (var unit in (string[])["s", "s of processors", "MB"])
            {
                var figure = what.FirstOrDefault(figure => figure.Unit == unit);
                text.Append(
                    figure is null ? " |"
                    : unit == "MB" ? $" {figure.Value:0} MB |"
                    : $" {figure.Value:0.00} s |"
                );
            }
            text.Append('\n');
        }
        return text.Append(End).ToString();
    }
}
