using System.Text;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Cli;

/// <summary>Prints every node and token of a tree, one a line, indented, with its full span.</summary>
internal static class TreeReport
{
    private const int Shown = 60;

    public static void Write(SyntaxTree tree, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Write(tree.Root, 0, writer);
    }

    private static void Write(SyntaxNode node, int depth, TextWriter writer)
    {
        var facts = node.Facts == SyntaxFacts.None ? string.Empty : $" ({node.Facts})";
        writer.WriteLine($"{Indent(depth)}{node.Kind} {node.FullSpan}{facts}");
        var tokens = new Queue<SyntaxToken>(node.ChildTokens());
        foreach (var child in node.ChildNodes())
        {
            while (tokens.TryPeek(out var token) && token.FullSpan.Start < child.FullSpan.Start)
            {
                WriteToken(node.Tree.Text, tokens.Dequeue(), depth + 1, writer);
            }
            Write(child, depth + 1, writer);
        }
        foreach (var token in tokens)
        {
            WriteToken(node.Tree.Text, token, depth + 1, writer);
        }
    }

    private static void WriteToken(SourceText text, SyntaxToken token, int depth, TextWriter writer)
    {
        var shown = text.ToString(new TextSpan(token.Span.Start, Math.Min(token.Span.Length, Shown)));
        var rest = token.Span.Length > Shown ? " …" : string.Empty;
        writer.WriteLine($"{Indent(depth)}{token.Kind} {token.FullSpan} \"{shown}{rest}\"");
    }

    private static string Indent(int depth) => new(' ', 2 * depth);
}
