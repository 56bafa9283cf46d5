using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>What a completion writes.</summary>
public enum CompletionKind
{
    /// <summary>The title of another paper.</summary>
    Title,

    /// <summary>A tag or an author.</summary>
    Value,

    /// <summary>The key of a metadata line.</summary>
    Key,

    /// <summary>The frame of a new paper.</summary>
    Entry,

    /// <summary>A date line.</summary>
    Date,
}

/// <summary>Something that can be written at the caret.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A remark, or empty.</param>
/// <param name="Range">What it replaces: a part of the caret's line, the caret in it or at its end.</param>
/// <param name="NewText">What it writes; with places to fill in where <paramref name="IsSnippet"/>.</param>
/// <param name="FilterText">
/// What an editor holds against that which stands before the caret in the range. It begins with just that, since matching is done
/// already.
/// </param>
/// <param name="IsSnippet">Whether the text has places to fill in, <c>${1:like this}</c>.</param>
/// <param name="Title">The hash of the normalised title, where it is one.</param>
public sealed record CompletionItem(
    string Label,
    CompletionKind Kind,
    string Detail,
    LinePositionSpan Range,
    string NewText,
    string FilterText,
    bool IsSnippet = false,
    Hash128? Title = null
);

/// <summary>What can be written at a place, best first.</summary>
/// <param name="Items">The completions.</param>
/// <param name="IsIncomplete">Whether there may be others once more is typed.</param>
public sealed record CompletionResult(ImmutableArray<CompletionItem> Items, bool IsIncomplete)
{
    /// <summary>Nothing to offer.</summary>
    public static CompletionResult None { get; } = new([], false);
}
