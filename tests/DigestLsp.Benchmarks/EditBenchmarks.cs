using BenchmarkDotNet.Attributes;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Benchmarks;

/// <summary>One character typed into an abstract, or deleted from it: from the old tree to the new one.</summary>
public class EditBenchmarks
{
    private readonly int[] _positions = new int[4096];
    private SyntaxTree _tree = SyntaxTree.Parse(SourceText.Empty);
    private int _edits;

    [Params(1, 10, 100)]
    public int Megabytes { get; set; }

    [Params(EditPlace.Start, EditPlace.Middle, EditPlace.End, EditPlace.Anywhere)]
    public EditPlace Place { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _tree = SyntaxTree.Parse(SourceText.From(SampleDigest.Create(Megabytes * 1_000_000)));
        var random = new Random(1);
        for (var i = 0; i < _positions.Length; i++)
        {
            _positions[i] = SampleDigest.PositionInAbstract(_tree, PlaceOf(random));
        }
    }

    /// <summary>Typing and deleting take turns at each place, so that the text stays what it is.</summary>
    [Benchmark]
    public SyntaxTree OneCharacter()
    {
        var position = _positions[(_edits >> 1) % _positions.Length];
        return _tree = _tree.WithChanges(
            (_edits++ & 1) == 0 ? new TextChange(new(position, 0), "x") : new TextChange(new(position, 1), "")
        );
    }

    private double PlaceOf(Random random) =>
        Place switch
        {
            EditPlace.Start => 0,
            EditPlace.Middle => 0.5,
            EditPlace.End => 1,
            _ => random.NextDouble(),
        };
}

/// <summary>Where an edit is made.</summary>
public enum EditPlace
{
    Start,
    Middle,
    End,

    /// <summary>In another abstract each time.</summary>
    Anywhere,
}
