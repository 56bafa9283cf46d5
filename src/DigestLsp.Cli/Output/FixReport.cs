using System.Globalization;
using DigestLsp.Analyzers;

namespace DigestLsp.Cli;

/// <summary>Prints what was fixed, file by file and rule by rule.</summary>
internal static class FixReport
{
    private const string Strong = "\e[1m";
    private const string Reset = "\e[0m";

    public static void Write(FixRun run, bool isDiff, TextWriter output, bool color, TimeSpan? elapsed)
    {
        var time = elapsed is { } taken ? string.Create(CultureInfo.InvariantCulture, $" ({taken.TotalSeconds:0.00} s)") : string.Empty;
        var files = run.Counts.GroupBy(count => count.Path).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            var what = run.Problems.Count == 0 ? "nothing to fix" : "nothing fixed";
            output.Write($"{TextReport.Count(run.Read.Files, "file")}, {TextReport.Count(run.Read.Papers, "paper")}: {what}{time}\n");
            return;
        }
        foreach (var file in files)
        {
            var name = DisplayPath.Of(file.Key);
            output.Write($"{(color ? Strong + name + Reset : name)}: {ByRule(file)}\n");
        }
        var total = TextReport.Count(run.Counts.Sum(count => count.Count), "finding");
        var done = isDiff ? "would be fixed" : "fixed";
        output.Write($"\n{total} {done} in {TextReport.Count(files.Count, "file")}: {ByRule(run.Counts)}{time}\n");
    }

    private static string ByRule(IEnumerable<FixCount> counts) =>
        string.Join(
            ", ",
            counts
                .GroupBy(count => count.Rule)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Sum(count => count.Count):N0}"))
        );
}
