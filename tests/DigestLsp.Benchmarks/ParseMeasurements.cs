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

    private static readonly int[] Sizes = [1, 10, 100];

    /// <summary>Measures invented prose and, where DIGEST_CORPUS says that there are some, real digests one behind the other.</summary>
    public static IEnumerable<Figure> Run()
    {
        var real = ReadDigests();
        return Sizes
            .SelectMany(size => Run("parse", size, SampleDigest.Create(size * 1_000_000)))
            .Concat(real is null ? [] : Sizes.SelectMany(size => Run("parse of real digests", size, Repeat(real, size * 1_000_000))));
    }

    private static byte[]? ReadDigests() =>
        Environment.GetEnvironmentVariable("DIGEST_CORPUS") is { Length: > 0 } corpus
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(corpus, "digests"), "*.txt", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .SelectMany(file => (byte[])[.. File.ReadAllBytes(file), (byte)'\n']),
            ]
            : null;

    /// <summary>As often as it takes, cut behind a line.</summary>
    private static byte[] Repeat(byte[] text, int length)
    {
        var repeated = new byte[length];
        for (var i = 0; i < length; i += text.Length)
        {
            text.AsSpan(0, Math.Min(text.Length, length - i)).CopyTo(repeated.AsSpan(i));
        }
        return repeated[..(Array.LastIndexOf(repeated, (byte)'\n') + 1)];
    }

    private static IEnumerable<Figure> Run(string name, int megabytes, byte[] bytes)
    {
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
        return variants.Select(variant => new Figure(name, variant.Name, megabytes, "µs", variant.Times.Order().ElementAt(Rounds / 2)));
    }
}
