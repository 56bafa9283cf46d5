using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>Tells which files are digests.</summary>
public static class DigestDetection
{
    /// <summary>Bytes at the start of a text file that are looked at.</summary>
    public const int HeadBytes = 4096;

    /// <summary>A known banner has more lines than one; a single one, such as 'new', may open any text.</summary>
    private const int BannerLinesNeeded = 2;

    /// <summary>Whether the name alone says so.</summary>
    public static bool HasDigestName(string path) =>
        path.EndsWith(".digest", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".digest.txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name allows that the content says so.</summary>
    public static bool HasTextName(string path) => path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text opens with a known banner.</summary>
    /// <param name="head">The first <see cref="HeadBytes"/> bytes, or all if there are fewer.</param>
    public static bool OpensWithBanner(ReadOnlySpan<byte> head)
    {
        // The cut may fall inside a character; what is not UTF-8 before it is no digest.
        for (var cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
            {
                return OpensWithBanner(SyntaxTree.Parse(SourceText.From(head[..^cut])));
            }
        }
        return false;
    }

    /// <summary>Whether a digest opens with a known banner.</summary>
    public static bool OpensWithBanner(SyntaxTree tree) =>
        tree.Root.ChildNodes().TakeWhile(node => node is BannerSyntax).Take(BannerLinesNeeded).Count() == BannerLinesNeeded;
}
