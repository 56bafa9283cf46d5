using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DigestLsp.Benchmarks;

/// <summary>
/// The same edit in a C# file of the same size that is one flat list, as a digest is. At 100 MB the file would need most of a
/// machine's memory.
/// </summary>
public class RoslynEditBenchmarks
{
    private Microsoft.CodeAnalysis.SyntaxTree _tree = CSharpSyntaxTree.ParseText("");
    private SourceText _text = SourceText.From("");
    private int _position;
    private int _edits;

    [Params(1, 10)]
    public int Megabytes { get; set; }

    [Params(EditPlace.Start, EditPlace.Middle, EditPlace.End)]
    public EditPlace Place { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var code = new StringBuilder();
        for (var i = 0; code.Length < Megabytes * 1_000_000; i++)
        {
            code.Append("delegate void River").Append(i).Append("(int grain, string sand);\n");
        }
        var place = Place switch
        {
            EditPlace.Start => 0,
            EditPlace.Middle => code.Length / 2,
            _ => code.Length - 200,
        };
        _position = code.ToString().IndexOf("grain", place, StringComparison.Ordinal);
        _text = SourceText.From(code.ToString());
        _tree = CSharpSyntaxTree.ParseText(_text);
        _ = _tree.GetRoot();
    }

    [Benchmark]
    public Microsoft.CodeAnalysis.SyntaxNode OneCharacter()
    {
        var change = (_edits++ & 1) == 0 ? new TextChange(new(_position, 0), "x") : new TextChange(new(_position, 1), "");
        _text = _text.WithChanges(change);
        _tree = _tree.WithChangedText(_text);
        return _tree.GetRoot();
    }
}
