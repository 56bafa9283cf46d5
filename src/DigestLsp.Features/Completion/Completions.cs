using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features;

/// <summary>
/// What can be written at a caret: values of metadata, keys where metadata may stand, and on blank lines a date or a new paper. In
/// titles and abstracts nothing is offered.
/// </summary>
public static class Completions
{
    /// <summary>More than anyone reads; who looks for another one types on.</summary>
    public const int Limit = 50;

    /// <summary>The most of an abstract that is shown, in UTF-16 units.</summary>
    private const int AbstractShown = 400;

    /// <summary>What can be written at a position.</summary>
    /// <param name="snapshot">All documents.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="position">Where the caret is.</param>
    /// <param name="today">The day that a new date line names.</param>
    /// <param name="cancellation">Stops between documents.</param>
    public static CompletionResult At(
        Snapshot snapshot,
        Document document,
        LinePosition position,
        DateOnly today,
        CancellationToken cancellation = default
    )
    {
        if (document.GetTree() is not { } tree)
        {
            return CompletionResult.None;
        }
        var line = CaretLine.At(tree, position);
        if (line.Metadata is { } metadata)
        {
            return line.Caret <= metadata.KeySpan.End
                ? CompletionResult.None
                : metadata.Key switch
                {
                    "see" => TitleCompletions.At(snapshot, document, line, metadata, cancellation),
                    "tags" => KeywordCompletions.At(snapshot, static words => words.Tags, line, metadata, cancellation),
                    "authors" => KeywordCompletions.At(snapshot, static words => words.Authors, line, metadata, cancellation),
                    _ => CompletionResult.None,
                };
        }
        return new([.. KeyCompletions.At(line), .. EntryCompletions.At(tree.Root, line, today)], false);
    }

    /// <summary>What is shown beside a title that is offered, in Markdown; null where no paper has it any more.</summary>
    public static string? Describe(Snapshot snapshot, Hash128 title)
    {
        var places = snapshot.FindByTitle(title);
        if (places.IsEmpty)
        {
            return null;
        }
        var place = places[^1];
        var text = $"**{Markdown.Escape(TitleCompletions.TitleOf(place))}**";
        if (place.Document.GetTree()?.Root.GetPaper(place.Index).Abstract is { } summary)
        {
            text += $"\n\n{Markdown.Escape(FirstSentences.Of(summary.Text, AbstractShown))}";
        }
        return text;
    }
}
