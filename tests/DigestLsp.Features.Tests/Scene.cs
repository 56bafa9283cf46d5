using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features.Tests;

/// <summary>Some digests that are open in an editor, written with marks: <c>{|caret:|}</c> where the user is, <c>[|…|]</c> for what is expected.</summary>
internal sealed class Scene
{
    private readonly Workspace _workspace = new();
    private readonly Dictionary<string, MarkedText> _texts = [];

    private Scene(IEnumerable<(string Name, string Marked)> digests, string lineEnding)
    {
        foreach (var (name, marked) in digests)
        {
            var text = MarkedText.Parse(marked, lineEnding);
            _texts.Add(name, text);
            _workspace.Open(PathOf(name), 1, text.Text);
        }
    }

    /// <summary>The same digests with every line ending.</summary>
    public static IEnumerable<Scene> Of(params (string Name, string Marked)[] digests) =>
        MarkedText.LineEndings.Select(lineEnding => new Scene(digests, lineEnding));

    public Snapshot Snapshot => _workspace.Current;

    /// <summary>The document that the caret is in.</summary>
    public Document Document => DocumentOf(NameWithCaret);

    /// <summary>Where the caret is.</summary>
    public LinePosition Caret => TextOf(NameWithCaret).GetLinePosition(_texts[NameWithCaret]["caret"].Single().Start);

    private string NameWithCaret => _texts.Single(text => text.Value["caret"].Any()).Key;

    public static string PathOf(string name) => "/digests/" + name;

    public Document DocumentOf(string name) => Snapshot.GetDocument(PathOf(name))!;

    /// <summary>Compares places with those that are marked in all digests.</summary>
    public void AssertMarked(IEnumerable<DocumentRange> places)
    {
        var found = places.ToList();
        foreach (var (name, marked) in _texts)
        {
            var actual = found
                .Where(place => place.Path == PathOf(name))
                .Select(place => new MarkedSpan(string.Empty, SpanOf(name, place.Range)))
                .Concat(marked.Spans.Where(span => span.Name.Length > 0));
            Assert.Equal(MarkedText.Format(marked.Text, marked.Spans), MarkedText.Format(marked.Text, actual));
        }
        Assert.Equal(_texts.Values.Sum(marked => marked[string.Empty].Count()), found.Count);
    }

    /// <summary>The marked stretches of a digest as an editor counts them.</summary>
    public IEnumerable<LinePositionSpan> Marks(string name) => _texts[name][string.Empty].Select(TextOf(name).GetLinePositionSpan);

    /// <summary>The text of a stretch, with LF for every line ending.</summary>
    public string TextAt(string name, LinePositionSpan range) => Normalize(TextOf(name).ToString(SpanOf(name, range)));

    /// <summary>A text with LF for every line ending.</summary>
    public static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private SourceText TextOf(string name) => DocumentOf(name).GetTree()!.Text;

    private TextSpan SpanOf(string name, LinePositionSpan range) =>
        TextSpan.FromBounds(TextOf(name).GetPosition(range.Start), TextOf(name).GetPosition(range.End));
}
