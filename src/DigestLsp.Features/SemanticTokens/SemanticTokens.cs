using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// What each stretch of a digest is, as the protocol counts: five numbers a token, its place relative to the token before it, its
/// length, its <see cref="SemanticTokenKind"/>, and 1 for a declaration.
/// </summary>
public sealed class SemanticTokens
{
    private SemanticTokens(ImmutableArray<int> numbers) => Numbers = numbers;

    /// <summary>The numbers.</summary>
    public ImmutableArray<int> Numbers { get; }

    /// <summary>The tokens of a whole document, put together once for each version.</summary>
    public static SemanticTokens Of(Document document) =>
        document.GetOrAttach(static document => new SemanticTokens(Collect(document, 0, int.MaxValue)));

    /// <summary>The tokens of all papers and other lines of which a part lies in a stretch of lines.</summary>
    /// <param name="document">The document.</param>
    /// <param name="first">The first line.</param>
    /// <param name="last">The last line.</param>
    public static ImmutableArray<int> OfLines(Document document, int first, int last) => Collect(document, first, last);

    private static ImmutableArray<int> Collect(Document document, int first, int last)
    {
        if (document.GetTree() is not { Root: var root })
        {
            return [];
        }
        var numbers = new List<int>();
        var line = 0;
        var lastToken = 0;
        var papers = root.WalkPapers();
        var hasPaper = papers.MoveNext();
        // Papers are walked past without a node for each; there are few other lines.
        foreach (var block in root.Lines)
        {
            AddPapersBefore(block.FullSpan.Start);
            Add(EncodedTokens.Of(block));
        }
        AddPapersBefore(int.MaxValue);
        return ImmutableCollectionsMarshal.AsImmutableArray(numbers.ToArray());

        void AddPapersBefore(int end)
        {
            while (hasPaper && papers.Start < end && line <= last)
            {
                Add(EncodedTokens.Of(papers));
                hasPaper = papers.MoveNext();
            }
        }

        void Add(EncodedTokens entry)
        {
            if (entry.LastLine >= 0 && line + entry.LastLine >= first && line <= last)
            {
                var start = numbers.Count;
                numbers.AddRange(entry.Numbers);
                numbers[start] += line - lastToken;
                lastToken = line + entry.LastLine;
            }
            line += entry.Lines;
        }
    }
}

/// <summary>A stretch of <see cref="SemanticTokens.Numbers"/> and what takes its place.</summary>
/// <param name="Start">The first number that is replaced.</param>
/// <param name="DeleteCount">How many are.</param>
/// <param name="Numbers">The numbers that stand there then.</param>
public sealed record SemanticTokensEdit(int Start, int DeleteCount, ImmutableArray<int> Numbers)
{
    /// <summary>The one edit between two answers, null where they are the same: typing changes one place.</summary>
    public static SemanticTokensEdit? Between(ImmutableArray<int> before, ImmutableArray<int> after)
    {
        // Whole tokens, since some editors look at nothing smaller.
        var prefix = Whole(before.AsSpan().CommonPrefixLength(after.AsSpan()));
        var most = Math.Min(before.Length, after.Length) - prefix;
        var suffix = 0;
        while (suffix < most && before[^(suffix + 1)] == after[^(suffix + 1)])
        {
            suffix++;
        }
        suffix = Whole(suffix);
        return prefix + suffix == before.Length && before.Length == after.Length
            ? null
            : new(prefix, before.Length - prefix - suffix, after[prefix..^suffix]);
    }

    private static int Whole(int numbers) => numbers - (numbers % EncodedTokens.Stride);
}
