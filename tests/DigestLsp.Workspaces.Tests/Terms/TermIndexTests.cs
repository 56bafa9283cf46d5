using System.Runtime.CompilerServices;
using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

public sealed class TermIndexTests : IDisposable
{
    private const string Early =
        "Mar 11\n\nTideNet: Gauges That Talk\n\n"
        + "Gauges on one coast seldom talk to each other. A tide gauge network (TGN) lets them. TGNs need little power, and TideNet needs less. "
        + "Whether a TGN-based forecast is better is open; TGNX is another thing. We measured it for a year at forty gauges, and it is.\n";

    private const string Late =
        "Mar 12\n\nListening at the Quay\n\n"
        + "A quay is loud. We put a hydrophone under it for a year and heard cranes, crabs and the tide. Tide gauge networks (TGNs) miss the "
        + "crabs. The true ground noise (TGN) of a quay is that of its cranes, and TideNet hears it. We let the crabs have the last word.\n";

    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace = new();

    private TermIndex Terms => _workspace.Current.Terms;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_definition_is_where_the_earliest_digest_introduces_the_term(string lineEnding)
    {
        _workspace.Open("a", 1, Late.Replace("\n", lineEnding, StringComparison.Ordinal));
        _workspace.Open("b", 1, Early.Replace("\n", lineEnding, StringComparison.Ordinal));

        var term = Terms.Find("TGNs")!;

        Assert.Equal("TGN", term.Name);
        Assert.Equal("b: TGN", Shown(term.Definition));
        Assert.Equal(["tide gauge network", "true ground noise"], term.Expansions.Select(expansion => expansion.Text));
        Assert.Equal(["b: tide gauge network", "a: true ground noise"], term.Expansions.Select(expansion => Shown(expansion.Place)));
    }

    [Fact]
    public void A_name_that_a_title_coins_is_a_term_without_expansion()
    {
        _workspace.Open("a", 1, Late);
        _workspace.Open("b", 1, Early);

        var term = Terms.Find("TideNet")!;

        Assert.Equal("b: TideNet", Shown(term.Definition));
        Assert.Empty(term.Expansions);
        Assert.Null(Terms.Find("Gauges"));
    }

    [Fact]
    public void Mentions_are_whole_words_singular_or_plural()
    {
        _workspace.Open("a", 1, Late);
        _workspace.Open("b", 1, Early);

        Assert.Equal(["b: TGN", "b: TGNs", "b: TGN", "a: TGNs", "a: TGN"], Terms.MentionsOf("TGN").Select(Shown));
        Assert.Equal(["b: TideNet", "b: TideNet", "a: TideNet"], Terms.MentionsOf("TideNet").Select(Shown));
        Assert.Equal((5, 3), (Terms.CountMentions()["TGN"], Terms.CountMentions()["TideNet"]));
    }

    [Fact]
    public void Closed_documents_keep_terms_but_no_text()
    {
        _folder.Write("a.digest", Early);
        var workspace = new Workspace(static (document, _) => DocumentTerms.Of(document));
        workspace.Load([_folder.FullName]);
        var tree = TreeOf(workspace.Current.Documents.Single());
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        File.Delete(_folder.PathOf("a.digest"));

        Assert.False(tree.TryGetTarget(out _));
        Assert.Equal("tide gauge network", workspace.Current.Terms.Find("TGN")!.Expansions.Single().Text);
        Assert.Equal(3, workspace.Current.Terms.MentionsOf("TGN").Length);
    }

    [Fact]
    public void Typing_in_one_paper_finds_the_terms_of_one_paper()
    {
        _workspace.Open("a", 1, Early + "\n" + Late);
        var before = DocumentTerms.Of(_workspace.Current.GetDocument("a")!).Papers;
        Assert.NotNull(Terms.Find("TGN"));

        _workspace.Change("a", 2, [new(new(new(2, 0), new(2, 7)), "SeaNet")]);

        var after = DocumentTerms.Of(_workspace.Current.GetDocument("a")!).Papers;
        Assert.NotSame(before[0], after[0]);
        Assert.Same(before[1], after[1]);
        Assert.Null(Terms.Find("TideNet"));
        Assert.Equal("a: SeaNet", Shown(Terms.Find("SeaNet")!.Definition));
    }

    [Fact]
    public void Terms_after_changes_are_those_of_a_fresh_workspace()
    {
        var random = new Random(1);
        string[] texts = [Early, Late, Early + "\n" + Late, Late + "\n" + Early, "Mar 13\n"];
        for (var step = 0; step < 60; step++)
        {
            var path = $"{random.Next(4)}";
            if (_workspace.Current.GetDocument(path) is { IsOpen: true } open && random.Next(3) == 0)
            {
                _workspace.Change(path, open.Version!.Value + 1, [new(null, texts[random.Next(texts.Length)])]);
            }
            else if (_workspace.Current.GetDocument(path) is { IsOpen: true })
            {
                _workspace.Close(path);
                _workspace.Refresh([path]);
            }
            else
            {
                _workspace.Open(path, step, texts[random.Next(texts.Length)]);
            }
            if (random.Next(2) == 0)
            {
                Assert.Equal(Listed(Fresh()), Listed(_workspace.Current));
                AssertCounted();
            }
        }
    }

    private void AssertCounted()
    {
        foreach (var (name, count) in Terms.CountMentions())
        {
            var mentions = Terms.MentionsOf(name);
            Assert.Equal(count, mentions.Length);
            Assert.Equal((count, mentions.Select(place => place.Paper).Distinct().Count()), Terms.CountMentions(name));
            Assert.Equal(
                mentions,
                _workspace.Current.Documents.OrderBy(document => document.Order).SelectMany(document => Terms.MentionsIn(document, name))
            );
            Assert.All(mentions, place => Assert.Equal(new(name, place), Terms.At(place.Paper.Document, place.Span.Start)));
        }
    }

    private Snapshot Fresh()
    {
        var workspace = new Workspace();
        foreach (var document in _workspace.Current.Documents)
        {
            workspace.Open(document.Path, 1, document.GetTree()!.Text.ToString());
        }
        return workspace.Current;
    }

    private static IEnumerable<string> Listed(Snapshot snapshot) =>
        snapshot
            .Terms.Names.Order(StringComparer.Ordinal)
            .Select(name => snapshot.Terms.Find(name)!)
            .Select(term =>
                $"{term.Name} {Shown(term.Definition)} {term.Definition.Span} {string.Join(", ", term.Expansions.Select(expansion => expansion.Text))}"
            );

    private static string Shown(TermPlace place) =>
        $"{place.Paper.Document.Path}: {place.Paper.Document.GetTree()!.Text.ToString(place.Span)}";

    /// <summary>In a method of its own, so that no register keeps the tree alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Syntax.SyntaxTree> TreeOf(Document document) => new(document.GetTree()!);
}
