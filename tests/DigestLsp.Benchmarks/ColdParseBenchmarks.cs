using System.Text;
using BenchmarkDotNet.Attributes;
using DigestLsp.Syntax;
using DigestLsp.Text;
using Markdig;
using Markdig.Syntax;

namespace DigestLsp.Benchmarks;

/// <summary>From bytes to text and tree. Markdig does the nearest of work: paragraphs of the same text, from a string.</summary>
public class ColdParseBenchmarks
{
    private byte[] _bytes = [];
    private string _text = "";
    private string _file = "";

    [Params(1, 10, 100)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _bytes = SampleDigest.Create(Megabytes * 1_000_000);
        _text = Encoding.UTF8.GetString(_bytes);
        _file = Path.GetTempFileName();
        File.WriteAllBytes(_file, _bytes);
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_file);

    [Benchmark]
    public SyntaxTree FromMemory() => SyntaxTree.Parse(SourceText.From(_bytes));

    [Benchmark]
    public SyntaxTree FromPageCache() => SyntaxTree.Parse(SourceText.From(File.ReadAllBytes(_file)));

    [Benchmark]
    public MarkdownDocument MarkdigFromMemory() => Markdown.Parse(_text);
}
