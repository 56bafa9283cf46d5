using System.Buffers;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>What holds of every tree.</summary>
internal static class TreeCheck
{
    /// <summary>The tree tiles its text: children cover their parent in order, tokens cover the text, and it prints back.</summary>
    public static void Covers(SyntaxTree tree, string text)
    {
        Assert.Equal((SyntaxKind.Digest, 0, text.Length), (tree.Root.Kind, tree.Root.FullSpan.Start, tree.Root.FullSpan.Length));
        Covers(tree.Root);
        var printed = new StringWriter();
        tree.Root.WriteTo(printed);
        Assert.Equal(text, printed.ToString());
        Assert.Equal(tree.PaperCount, tree.Root.Papers.Count());
        foreach (var paper in tree.Root.Papers)
        {
            var bytes = new ArrayBufferWriter<byte>();
            paper.Title?.CopyUtf8To(bytes);
            paper.Abstract?.CopyUtf8To(bytes);
            Assert.Equal([.. Wtf8.Encode(paper.Title?.Text ?? ""), .. Wtf8.Encode(paper.Abstract?.Text ?? "")], bytes.WrittenSpan);
        }
    }

    /// <summary>Both trees have the same nodes and tokens at the same places, and the same facts.</summary>
    public static void Equal(SyntaxTree expected, SyntaxTree actual)
    {
        Assert.True(expected.HasSameShape(actual));
        Assert.Equal(Everything(expected.Root), Everything(actual.Root));
        Assert.Equal(expected.GetDiagnostics(), actual.GetDiagnostics());
    }

    private static void Covers(SyntaxNode node)
    {
        var parts = node.ChildNodes()
            .Select(child => child.FullSpan)
            .Concat(node.ChildTokens().Select(token => token.FullSpan))
            .OrderBy(span => span)
            .ToList();
        Assert.NotEmpty(parts);
        var position = node.FullSpan.Start;
        foreach (var part in parts)
        {
            Assert.Equal(position, part.Start);
            position = part.End;
        }
        Assert.Equal(node.FullSpan.End, position);
        Assert.InRange(node.Span.Start, node.FullSpan.Start, node.Span.End);
        Assert.InRange(node.Span.End, node.Span.Start, node.FullSpan.End);
        foreach (var token in node.ChildTokens())
        {
            Assert.InRange(token.Span.Start, token.FullSpan.Start, token.Span.End);
            Assert.InRange(token.Span.End, token.Span.Start, token.FullSpan.End);
        }
        foreach (var child in node.ChildNodes())
        {
            Assert.Equal((node, node.Tree), (child.Parent, child.Tree));
            Covers(child);
        }
    }

    private static IEnumerable<string> Everything(SyntaxNode node)
    {
        yield return $"{node.Kind} {node.FullSpan} {node.Span} {node.Facts}";
        foreach (var token in node.ChildTokens())
        {
            yield return $"{token.Kind} {token.FullSpan} {token.Span}";
        }
        foreach (var line in node.ChildNodes().SelectMany(Everything))
        {
            yield return line;
        }
    }
}
