using System.Globalization;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Prints the results of a check for people, in the form that terminals and editors make links of.</summary>
internal static class TextReport
{
    private const string Reset = "\e[0m";
    private const string Faint = "\e[2m";

    public static void Write(CheckResults results, Stream output, bool color, string verbosity, TimeSpan? elapsed)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var (file, _, diagnostic, _) in results.Diagnostics)
        {
            var severity = JsonReport.NameOf(diagnostic.Severity);
            var paint = color ? ColorOf(diagnostic.Severity) : null;
            writer.WriteLine(
                $"{file}:{Position(diagnostic.Range.Start)}: {Painted(severity, paint)} {diagnostic.Descriptor.Id}: {diagnostic.Message}"
            );
            if (verbosity != "quiet")
            {
                WriteRelated(diagnostic, writer, color);
            }
        }
        if (verbosity == "quiet")
        {
            return;
        }
        if (results.Diagnostics.Length > 0)
        {
            writer.WriteLine();
        }
        writer.Write($"{Count(results.Files, "file")}, {Count(results.Papers, "paper")}: {Totals(results)}");
        writer.WriteLine(
            elapsed is { } time ? string.Create(CultureInfo.InvariantCulture, $" ({time.TotalSeconds:0.00} s)") : string.Empty
        );
    }

    private static void WriteRelated(Diagnostic diagnostic, StreamWriter writer, bool color)
    {
        foreach (var related in diagnostic.Related)
        {
            var line = $"    {DisplayPath.Of(related.Path)}:{Position(related.Range.Start)}: {related.Message}";
            writer.WriteLine(Painted(line, color ? Faint : null));
        }
    }

    private static string Totals(CheckResults results)
    {
        if (results.Diagnostics.IsEmpty)
        {
            return "nothing found";
        }
        var counts = results
            .Diagnostics.GroupBy(found => found.Diagnostic.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => Count(group.Count(), JsonReport.NameOf(group.Key)));
        return string.Join(", ", counts);
    }

    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 || noun == "silent" ? "" : "s")}");

    private static string Position(LinePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position.Line + 1}:{position.Character + 1}");

    private static string Painted(string text, string? paint) => paint is null ? text : paint + text + Reset;

    private static string ColorOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => "\e[1;31m",
            RuleSeverity.Warning => "\e[1;33m",
            _ => "\e[36m",
        };
}
