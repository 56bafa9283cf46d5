using System.Text;
using DigestLsp.Syntax;
using DigestLsp.Text;
using Markdig;

namespace DigestLsp.Benchmarks;

/// <summary>
/// From bytes to text and tree. Markdig does the nearest of work: paragraphs of the same text, from a string. All take turns, and
/// what counts is processor time, so that other work on the machine hits each of them alike.
/// </summary>
public static class ParseMeasurements
{
    private const int WarmUps = 4;
    private const int Rounds = 21;

    public static IEnumerable<Figure> Run() => ((int[])[1, 10, 100]).SelectMany(Run);

    private static IEnumerable<Figure> Run(int megabytes)
    {
        var bytes = SampleDigest.Create(megabytes * 1_000_000);
        var text = Encoding.UTF8.GetString(bytes);
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, bytes);
        (string Name, Func<object> Run, List<double> Times)[] variants =
        [
            ("Adopted", () => SyntaxTree.Parse(SourceText.Adopt(bytes)), []),
            ("Copied", () => SyntaxTree.Parse(SourceText.From(bytes)), []),
            ("FromPageCache", () => SyntaxTree.Parse(SourceText.Adopt(File.ReadAllBytes(file))), []),
            ("Markdig", () => Markdown.Parse(text), []),
        ];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var (_, run, times) in variants)
            {
                // 100 MB at a time, whatever the size.
                var before = Environment.CpuUsage.TotalTime;
                for (var i = megabytes; i <= 100; i += megabytes)
                {
                    GC.KeepAlive(run());
                }
                var time = Environment.CpuUsage.TotalTime - before;
                if (round >= 0)
                {
                    times.Add(time.TotalMicroseconds * megabytes / 100);
                }
            }
        }
        File.Delete(file);
        return variants.Select(variant => new Figure("parse", variant.Name, megabytes, "µs", variant.Times.Order().ElementAt(Rounds / 2)));
    }
}
