using System.Globalization;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Prints the results of a check as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.</summary>
internal static class GitHubReport
{
    public static void Write(CheckResults results, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var (file, _, diagnostic, _) in results.Diagnostics)
        {
            var (start, end) = (diagnostic.Range.Start, diagnostic.Range.End);
            // Of a stretch over several lines GitHub takes no columns.
            var columns =
                start.Line == end.Line
                    ? string.Create(CultureInfo.InvariantCulture, $",col={start.Character + 1},endColumn={end.Character + 1}")
                    : string.Empty;
            var place = string.Create(CultureInfo.InvariantCulture, $"line={start.Line + 1},endLine={end.Line + 1}{columns}");
            var title = Property($"{diagnostic.Descriptor.Id}: {diagnostic.Descriptor.Title}");
            writer.WriteLine($"::{CommandOf(diagnostic.Severity)} file={Property(file)},{place},title={title}::{Message(diagnostic)}");
        }
    }

    private static string CommandOf(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => "error",
            RuleSeverity.Warning => "warning",
            _ => "notice",
        };

    private static string Message(Diagnostic diagnostic)
    {
        var places = diagnostic.Related.Select(related =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{DisplayPath.Of(related.Path)}:{related.Range.Start.Line + 1}:{related.Range.Start.Character + 1}: {related.Message}"
            )
        );
        return Data(diagnostic.Message + string.Concat(places));
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
