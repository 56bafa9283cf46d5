using System.Text;
using BenchmarkDotNet.Attributes;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Benchmarks;

/// <summary>A hundred kilobytes pasted into the middle of a digest, and taken out again.</summary>
public class PasteBenchmarks
{
    private SyntaxTree _tree = SyntaxTree.Parse(SourceText.Empty);
    private TextChange _paste;
    private TextChange _removal;

    [Params(1, 10, 100)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _tree = SyntaxTree.Parse(SourceText.From(SampleDigest.Create(Megabytes * 1_000_000)));
        var pasted = Encoding.UTF8.GetString(SampleDigest.Create(100_000));
        var position = _tree.Root.GetPaper(_tree.PaperCount / 2).FullSpan.Start;
        _paste = new(new(position, 0), pasted);
        _removal = new(new(position, pasted.Length), "");
    }

    [Benchmark(OperationsPerInvoke = 2)]
    public SyntaxTree PasteAndRemove() => _tree.WithChanges(_paste).WithChanges(_removal);
}
