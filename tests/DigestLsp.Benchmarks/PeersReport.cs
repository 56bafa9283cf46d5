using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Writes what similarity costs elsewhere into <c>docs/performance.md</c>, between the marks of this section.</summary>
public static class PeersReport
{
    private const string Begin = "<!-- peers: written by tests/peers/run.sh -->";
    private const string End = "<!-- end of peers -->";

    public static void Write(Figures figures)
    {
        figures.Write(Path.Combine(PerformanceReport.Folder, "peers.json"));
        PerformanceReport.Replace(Begin, End, Section(figures));
    }

    private static string Section(Figures figures)
    {
        var text = new StringBuilder($"{Begin}\n");
        text.Append($"_Measured on {figures.Date}: {figures.Machine}. Medians of processor time._\n");
        text.Append(
            $"\n| {figures["peers", "papers", 0, "papers"]:#,0} titles and abstracts | DigestLsp | The other | |\n|---|---|---|---|\n"
        );
        text.Append(Row("near-duplicate signatures", "signatures", "minhash", "papers/s", "npm `minhash` 0.0.9"));
        text.Append(Row("full-text index", "index", "SQLite", "papers/s", "SQLite FTS5, in memory"));
        text.Append(Row("one query for related papers", "query", "SQLite", "ms", "SQLite FTS5: all words of title and abstract, `bm25()`"));
        return text.Append(End).ToString();

        string Row(string work, string figure, string peer, string unit, string name) =>
            $"| {work} | {Value(figure, "DigestLsp", unit)} | {Value(figure, peer, unit)} | {name} |\n";

        string Value(string figure, string of, string unit) =>
            figures["peers", $"{figure}, {of}", 0, unit] is { } value
                ? value < 100
                    ? $"{value:0.0} {unit}"
                    : $"{value:#,0} {unit}"
                : "not installed";
    }
}
