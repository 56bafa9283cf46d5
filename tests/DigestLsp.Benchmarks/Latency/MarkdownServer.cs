using System.Diagnostics;
using System.Globalization;

namespace DigestLsp.Benchmarks;

/// <summary>How long an editor waits for a language server for Markdown after a keystroke.</summary>
public static class MarkdownServer
{
    /// <summary>Measures it in texts of a tenth of a megabyte, one and ten; nothing where it is not installed.</summary>
    /// <param name="tools">The folder in which tests/peers/run.sh has installed packages.</param>
    public static IEnumerable<Figure> Run(string? tools)
    {
        if (tools is null || !Directory.Exists(Path.Combine(tools, "node_modules", "vscode-markdown-languageserver")))
        {
            yield break;
        }
        var script = Path.Combine(PerformanceReport.Folder, "../../tests/peers/markdownServer.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, tools, "0.1", "1", "10"]) { RedirectStandardOutput = true })!;
        while (node.StandardOutput.ReadLine()?.Split('\t') is [var megabytes, var median, _])
        {
            var milliseconds = double.Parse(median, CultureInfo.InvariantCulture);
            yield return new("latency", $"vscode-markdown-languageserver: didChange → diagnostics, {megabytes} MB", 0, "ms", milliseconds);
        }
        node.WaitForExit();
        if (node.ExitCode != 0)
        {
            throw new InvalidOperationException("The language server for Markdown could not be measured");
        }
    }
}
