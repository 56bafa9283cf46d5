using DigestLsp.Testing;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>What a parser test says: this marked text has this tree and these facts, with every line ending.</summary>
internal static class DigestCheck
{
    /// <summary>Sentences of a paragraph that is an abstract by its length.</summary>
    public const string LongAbstract =
        "Rivers carry sand, and sand carries the memory of rivers. We follow forty thousand painted grains through a flume for a year "
        + "and record where each of them rests. Grains that start together end together more often than chance allows, which a model of "
        + "three numbers explains. The model also says when a bed will move next, and it is right in nine floods of ten.";

    /// <summary>A paragraph that is an abstract by its sentences.</summary>
    public const string ShortAbstract = "The bed of a river moves. We count how often it does. Three numbers explain most of it.";

    /// <summary>
    /// Parses the text without its marks and puts marks around what the tree holds: <c>Banner</c>, <c>Date</c>, <c>Title</c>,
    /// <c>Abstract</c>, <c>Metadata</c> and <c>Skipped</c>.
    /// </summary>
    /// <param name="marked">What is expected.</param>
    /// <param name="facts">The facts that the parser is expected to tell, in order.</param>
    public static void Parses(string marked, params SyntaxFacts[] facts)
    {
        foreach (var lineEnding in MarkedText.LineEndings)
        {
            var expected = MarkedText.Parse(marked, lineEnding);
            var tree = SyntaxTree.Parse(SourceText.From(expected.Text));

            Assert.Equal(MarkedText.Format(expected.Text, expected.Spans), MarkedText.Format(expected.Text, Marks(tree.Root)));
            Assert.Equal(facts, tree.GetDiagnostics().Select(diagnostic => diagnostic.Fact));
            TreeCheck.Covers(tree, expected.Text);
        }
    }

    private static IEnumerable<MarkedSpan> Marks(SyntaxNode node)
    {
        var name = node.Kind switch
        {
            SyntaxKind.Banner => "Banner",
            SyntaxKind.DateLine => "Date",
            SyntaxKind.Title => "Title",
            SyntaxKind.Abstract => "Abstract",
            SyntaxKind.Metadata => "Metadata",
            SyntaxKind.SkippedText => "Skipped",
            _ => null,
        };
        var own = name is null ? [] : new[] { new MarkedSpan(name, node.Span) };
        return own.Concat(node.ChildNodes().SelectMany(Marks));
    }
}
