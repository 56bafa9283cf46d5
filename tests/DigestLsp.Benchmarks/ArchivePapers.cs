using System.Diagnostics;
using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>100,000 real titles and abstracts, where the environment variable DIGEST_CORPUS says that there are some.</summary>
public static class ArchivePapers
{
    /// <summary>Reads them through the program <c>xz</c>; null where there are none.</summary>
    public static List<(string Title, string Abstract)>? Read()
    {
        if (Environment.GetEnvironmentVariable("DIGEST_CORPUS") is not { Length: > 0 } corpus)
        {
            return null;
        }
        using var xz = Process.Start(
            new ProcessStartInfo("xz", ["-dc", Path.Combine(corpus, "scale", "arxiv.tsv.xz")])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var papers = new List<(string, string)>(100_000);
        while (xz.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split('\t') is [_, { Length: > 0 } title, var text, ..] && title != "title")
            {
                papers.Add((title, text));
            }
        }
        xz.WaitForExit();
        return papers;
    }
}
