using System.Buffers;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3012: a sentence that lacks its period: the last one of an abstract, or one before another (<see cref="LostPeriods"/>). A link,
/// a formula, an abbreviation or a list of keywords at the end needs none, an abstract that is one phrase neither, and one that was
/// cut is DG3001's.
/// </summary>
public sealed class MissingPeriodRule : IProseRule
{
    /// <summary>As much of the end as <see cref="AbstractEnding"/> reads, in UTF-16 units.</summary>
    private const int TailLength = 600;

    /// <summary>A shorter last sentence is a note: ‘Comments welcome’.</summary>
    private const int FewestWords = 4;

    private static readonly string[] Notes =
    [
        "Key",
        "PACS",
        "MSC",
        "AMS",
        "Mathematics Subject",
        "ACM",
        "Index Terms",
        "Categories",
        "Subject",
        "To appear",
        "Accepted",
        "Published",
        "Presented",
        "Submitted",
        "In:",
        "Website",
        "Contact",
        "Comments",
        "--",
        "—",
        "–",
    ];

    /// <summary>Notes unless a verb follows: ‘Code on request’, but ‘Code and models will be released’. Of one with a link, the link is the end.</summary>
    private static readonly string[] Offers = ["Project", "Code", "Source code", "Demo"];

    private static readonly string[] Openers = ["We ", "This ", "In this ", "It ", "Our ", "These ", "The ", "There ", "Here "];

    /// <summary>Words that statements hold and lists of keywords hardly do.</summary>
    private static readonly SearchValues<string> English = SearchValues.Create(
        [
            " the ",
            " is ",
            " are ",
            " a ",
            " to ",
            " we ",
            " in ",
            " that ",
            " by ",
            " with ",
            " from ",
            " while ",
            " which ",
            " achieves ",
            " outperforms ",
            " enables ",
            " shows ",
        ],
        StringComparison.Ordinal
    );

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3012", "Final period missing", RuleSeverity.Suggestion, WaitsForRest: true, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Space)
        | CharacterPairs.Of(CharacterClass.Upper, CharacterClass.Space)
        | CharacterPairs.Of(CharacterClass.Digit, CharacterClass.Space)
        | CharacterPairs.Of(CharacterClass.Close, CharacterClass.Space);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        if (prose.Kind == ProseKind.Paragraph)
        {
            LostPeriods.Find(text, report);
        }
        if (prose.Kind != ProseKind.Paragraph || !prose.IsLast || !(char.IsAsciiLetterOrDigit(text[^1]) || text[^1] is ')' or '”' or '%'))
        {
            return;
        }
        var tail = text[^Math.Min(text.Length, TailLength)..];
        var sentence = LastSentence(tail);
        if (!IsStatement(tail, sentence) || !EndsInWord(sentence) || AbstractEnding.WhyCut(tail) is not null)
        {
            return;
        }
        var start = text.Length;
        for (var floor = Math.Max(0, text.Length - Longest); start > floor && !IsSpace(text[start - 1]); start--) { }
        report(
            TextSpan.FromBounds(start, text.Length),
            "The last sentence of this abstract has no period",
            Repair.Replace(new(text.Length, 0), ".", "Add the period", isSafe: false) // One in fifteen is cut, and should not look whole.
        );
    }

    /// <summary>Whether a period belongs behind what ends a text: sentences before have theirs, or it opens as one does.</summary>
    private static bool IsStatement(ReadOnlySpan<char> tail, ReadOnlySpan<char> sentence)
    {
        if (
            sentence[0] is '(' or '[' or '{' or '<' or '\\' or '`'
            || CountWords(sentence) < FewestWords
            || !(sentence.ContainsAny(English) || OpensSentence(At(sentence, 0)))
        )
        {
            return false;
        }
        if (
            StartsWithAny(sentence, Notes)
            || (StartsWithAny(sentence, Offers) && (!sentence.ContainsAny(Verbs) || sentence.Contains("://", StringComparison.Ordinal)))
        )
        {
            return false;
        }
        if (sentence.Length < tail.Length)
        {
            return true;
        }
        foreach (var opener in Openers)
        {
            if (sentence.StartsWith(opener) && (opener[0] == 'W' || sentence.ContainsAny(Verbs)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> sentence, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (sentence.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static readonly SearchValues<string> Verbs = SearchValues.Create(
        [
            " is ",
            " are ",
            " was ",
            " were ",
            " has ",
            " have ",
            " can ",
            " will ",
            " we ",
            " presents ",
            " describes ",
            " shows ",
            " gives ",
        ],
        StringComparison.Ordinal
    );

    /// <summary>Whether the end is a word: no link, address, name out of a program, formula, reference or abbreviation.</summary>
    private static bool EndsInWord(ReadOnlySpan<char> sentence)
    {
        var last = sentence[(sentence.LastIndexOfAny(" \t\r\n") + 1)..];
        if (last[^1] == ')' && sentence.Count('(') != sentence.Count(')'))
        {
            return false;
        }
        if (
            sentence.EndsWith("et al")
            || last.Contains("--", StringComparison.Ordinal)
            || last.IndexOfAny("/\\$_^{}=<>@#|*&~") >= 0
            || last.TrimEnd(")]”").Contains('.')
        )
        {
            return false;
        }
        var words = new ProtectedSpans(sentence);
        return !words.Covers(sentence.Length - 1) && char.IsLetterOrDigit(last[0]) | last[0] is '(' or '“' or '‘' or '"';
    }

    /// <summary>What stands behind the last end of a sentence; all of it where there is none.</summary>
    private static ReadOnlySpan<char> LastSentence(ReadOnlySpan<char> tail)
    {
        for (var end = tail.Length - 1; end > 0; end--)
        {
            if (tail[end] is '.' or '!' or '?' && (IsSpace(tail[end + 1]) || char.IsAsciiLetterUpper(tail[end + 1])))
            {
                var rest = tail[(end + 1)..].TrimStart();
                if (!char.IsAsciiLetterLower(rest[0]) && !EndsAbbreviation(tail[..end]))
                {
                    return rest;
                }
            }
        }
        return tail.TrimStart();
    }

    private static bool EndsAbbreviation(ReadOnlySpan<char> text)
    {
        var word = Before(text, text.Length);
        return word.Length == 1 || word is "al" or "vs" or "Fig" or "Eq" or "resp" or "cf" or "Dr" or "St";
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 1;
        for (var i = 1; i < text.Length; i++)
        {
            words += IsSpace(text[i - 1]) && !IsSpace(text[i]) ? 1 : 0;
        }
        return words;
    }
}
