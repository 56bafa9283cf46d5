using System.Runtime.CompilerServices;
using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Writes the figures into <c>docs/performance.md</c>, between the marks of this section, and draws the chart.</summary>
public static class PerformanceReport
{
    private const string Begin = "<!-- syntax: written by tests/DigestLsp.Benchmarks -->";
    private const string End = "<!-- end of syntax -->";

    private const string RealDigests = "parse of real digests";

    private static readonly int[] Sizes = [1, 10, 100];

    /// <summary>The folder of results and charts, which is there.</summary>
    public static string Folder { get; } =
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(SourceFolder(), "../../docs/performance"))).FullName;

    public static void Write(Figures figures)
    {
        File.WriteAllText(Path.Combine(Folder, "edit.svg"), EditChart.Draw(figures));
        Replace(Begin, End, Section(figures));
    }

    /// <summary>Writes a section of the page over the one that stands between its marks, or at the end where there is none.</summary>
    /// <param name="begin">The mark that the section begins with.</param>
    /// <param name="end">The mark that it ends with.</param>
    /// <param name="section">The section, with both marks.</param>
    public static void Replace(string begin, string end, string section)
    {
        var page = Folder + ".md";
        var old = File.Exists(page) ? File.ReadAllText(page) : "# Performance\n";
        var from = old.IndexOf(begin, StringComparison.Ordinal);
        var to = old.IndexOf(end, StringComparison.Ordinal);
        File.WriteAllText(
            page,
            from < 0 || to < 0
                ? $"{old.TrimEnd('\n')}\n\n{section}\n"
                : string.Concat(old.AsSpan(0, from), section, old.AsSpan(to + end.Length))
        );
    }

    private static string Section(Figures figures)
    {
        var text = new StringBuilder($"{Begin}\n");
        text.Append($"_Measured on {figures.Date}: {figures.Machine}. Medians._\n");
        text.Append("\n| Bytes → text and tree | 1 MB | 10 MB | 100 MB |\n|---|---|---|---|\n");
        Row("DigestLsp, array taken over", size => Rate("Adopted", size));
        Row("DigestLsp, bytes copied", size => Rate("Copied", size));
        Row("DigestLsp, file in the page cache", size => Rate("FromPageCache", size));
        Row("Markdig, string in memory", size => Rate("Markdig", size));
        if (figures.All.Any(figure => figure.Benchmark == RealDigests))
        {
            Row("DigestLsp on real digests, array taken over", size => Rate("Adopted", size, RealDigests));
            Row("DigestLsp on real digests, bytes copied", size => Rate("Copied", size, RealDigests));
            Row("Markdig on real digests", size => Rate("Markdig", size, RealDigests));
        }
        text.Append("\n| One character typed, old tree → new tree | 1 MB | 10 MB | 100 MB |\n|---|---|---|---|\n");
        foreach (var place in Enum.GetNames<EditPlace>())
        {
            Row($"DigestLsp, {Words(place)}", size => Edit("Edit", place, size));
        }
        foreach (var place in (string[])["Start", "Middle", "End"])
        {
            Row($"Roslyn, {Words(place)}", size => Edit("RoslynEdit", place, size));
        }
        Row("DigestLsp, paste of 100 KB", size => Edit("Paste", "PasteAndRemove", size));
        text.Append("\n![Time of one edit over the size of the file](performance/edit.svg)\n");
        text.Append("\n| Memory, 10 MB | |\n|---|---|\n");
        foreach (var figure in figures.All.Where(figure => figure.Benchmark == "memory"))
        {
            text.Append($"| {figure.Variant} | {figure.Value:#,0.##} {figure.Unit} |\n");
        }
        return text.Append(End).ToString();

        void Row(string name, Func<int, string> cell) => text.Append($"| {name} | {string.Join(" | ", Sizes.Select(cell))} |\n");

        string Rate(string variant, int size, string benchmark = "parse") =>
            figures[benchmark, variant, size, "µs"] is { } time ? $"{size * 1_000_000 / time:#,0} MB/s" : "–";

        string Edit(string benchmark, string variant, int size) =>
            figures[benchmark, variant, size, "µs"] is { } time
                ? $"{time:#,0.0} µs, {figures[benchmark, variant, size, "bytes"]:#,0} bytes"
                : "–";
    }

    private static string Words(string place) =>
        place switch
        {
            "Anywhere" => "anywhere",
            "Middle" => "in the middle",
            _ => $"at the {place.ToLowerInvariant()}",
        };

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
