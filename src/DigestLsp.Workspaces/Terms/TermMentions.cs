using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>The places at which one name stands, read from the tables of documents.</summary>
/// <param name="name">The name, singular.</param>
/// <param name="introducing">The paths of the documents that introduce it.</param>
internal sealed class TermMentions(string name, HashSet<string> introducing)
{
    /// <summary>More than two words that are a name together have, in UTF-16 units.</summary>
    private const int LongestName = 130;

    private readonly uint _key = TermKeys.OfName(name);

    /// <summary>Adds the places of a document, in order.</summary>
    /// <param name="places">To which they are added.</param>
    /// <param name="document">The document.</param>
    public void AddTo(ImmutableArray<TermPlace>.Builder places, Document document)
    {
        var terms = DocumentTerms.Of(document);
        if (!terms.MayMention(_key))
        {
            return;
        }
        var introduces = introducing.Contains(document.Path);
        var papers = terms.Papers;
        for (var i = 0; i < papers.Length; i++)
        {
            var before = places.Count;
            for (var mention = papers[i].Mentions; mention.MoveNext(); )
            {
                if (mention.Key == _key)
                {
                    places.Add(TermPlace.Of(document, i, new(mention.Start, name.Length + (mention.IsPlural ? 1 : 0))));
                }
            }
            if (introduces && UnusualIn(papers[i]) is { Count: > 0 } unusual)
            {
                places.AddRange(unusual.Select(span => TermPlace.Of(document, i, span)));
                places.Sort(before, places.Count - before, Comparer<TermPlace>.Default);
            }
        }
    }

    /// <summary>How many places a document has, and in how many papers.</summary>
    public (int Mentions, int Papers) CountIn(Document document)
    {
        var terms = DocumentTerms.Of(document);
        if (!terms.MayMention(_key))
        {
            return (0, 0);
        }
        var introduces = introducing.Contains(document.Path);
        var (mentions, papers) = (0, 0);
        foreach (var paper in terms.Papers)
        {
            var here = introduces ? UnusualIn(paper)?.Count ?? 0 : 0;
            for (var mention = paper.Mentions; mention.MoveNext(); )
            {
                here += mention.Key == _key ? 1 : 0;
            }
            (mentions, papers) = (mentions + here, papers + (here > 0 ? 1 : 0));
        }
        return (mentions, papers);
    }

    /// <summary>All names at a position, whether or not a document introduces them.</summary>
    public static IEnumerable<TermMention> At(Document document, int position)
    {
        var paper = document.PaperAt(position);
        return paper < 0 || document.GetTree() is not { Text: var text } ? [] : At(document, paper, text, position);
    }

    private static IEnumerable<TermMention> At(Document document, int paper, SourceText text, int position)
    {
        var head = document.Papers[paper].Head.Start;
        var terms = DocumentTerms.Of(document).Papers[paper];
        foreach (var definition in terms.Definitions)
        {
            if (definition.NameSpan.Shift(head).Touches(position))
            {
                yield return new(definition.Name, TermPlace.Of(document, paper, definition.NameSpan));
            }
        }
        for (var mention = terms.Mentions; mention.MoveNext(); )
        {
            var start = head + mention.Start;
            if (start <= position && position - start <= LongestName && LengthOf(text, start, position - start, mention.Key) is { } length)
            {
                var found = TermKeys.Singular(text.ToString(new(start, length))).ToString();
                yield return new(found, new(new(document, paper), new(start, found.Length + (mention.IsPlural ? 1 : 0))));
            }
        }
    }

    /// <summary>How many units the name with a key has that begins at a place, with a plural's ending; null if it is shorter than wanted.</summary>
    private static int? LengthOf(SourceText text, int start, int least, uint key)
    {
        var window = text.ToString(TextSpan.FromBounds(start, Math.Min(start + LongestName, text.Length)));
        for (var length = Math.Max(least, 1); length <= window.Length; length++)
        {
            var isWhole = length == window.Length || !char.IsLetterOrDigit(window[length]);
            if (isWhole && TermKeys.OfName(window.AsSpan(0, length)) == key)
            {
                return length;
            }
        }
        return null;
    }

    /// <summary>Places that introduce the name although it is written there in a way that is no name by its looks.</summary>
    private List<TextSpan>? UnusualIn(PaperTerms paper)
    {
        List<TextSpan>? unusual = null;
        for (var keys = paper.DefinitionKeys; keys.MoveNext(); )
        {
            if (keys.Name == _key)
            {
                unusual = [.. paper.Definitions.Where(definition => definition.Name == name).Select(definition => definition.NameSpan)];
                break;
            }
        }
        for (var mention = paper.Mentions; unusual is not null && mention.MoveNext(); )
        {
            if (mention.Key == _key)
            {
                var start = mention.Start;
                unusual.RemoveAll(span => span.Start == start);
            }
        }
        return unusual;
    }
}
