using System.Collections.Frozen;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3010: text in an abstract's place that is none: ‘No abstract available’, ‘This paper has been withdrawn’, filler, or a few
/// words that say nothing.
/// </summary>
public sealed class PlaceholderRule : IProseRule, ICodeFixProvider
{
    private const int LongestPlaceholder = 60;

    /// <summary>Where ‘withdrawn’ stands in a notice, counted from its beginning, in UTF-16 units.</summary>
    private const int NoticeReach = 90;

    /// <summary>Longer text goes on with the abstract, in UTF-16 units.</summary>
    private const int LongestNotice = 400;

    /// <summary>The most of a notice that is underlined, in UTF-16 units.</summary>
    private const int Underlined = 120;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Placeholders = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            "n/a",
            "na",
            "n.a",
            "nan",
            "tba",
            "tbd",
            "todo",
            "none",
            "null",
            "nil",
            "empty",
            "unknown",
            "pending",
            "placeholder",
            "abstract",
            "no abstract",
            "no abstract available",
            "no abstract is available",
            "no abstract provided",
            "no abstract found",
            "no abstract yet",
            "abstract not available",
            "abstract is not available",
            "abstract unavailable",
            "abstract missing",
            "abstract pending",
            "abstract to be added",
            "abstract to follow",
            "abstract coming soon",
            "missing abstract",
            "not available",
            "not yet available",
            "coming soon",
            "to be added",
            "to be announced",
            "to be determined",
            "to follow",
            "see paper",
            "see the paper",
            "see pdf",
            "under construction",
            "abstract goes here",
            "insert abstract here"
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3010", "Placeholder in place of an abstract", RuleSeverity.Suggestion, WaitsForRest: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } = CharacterPairs.All;

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        if (prose.Kind != ProseKind.Paragraph || !prose.IsFirst)
        {
            return;
        }
        if (prose.IsLast && text.Length <= LongestPlaceholder)
        {
            var bare = text.Trim(" .…!()[]<>{}*-–—_/\"'“”");
            if (bare.IsEmpty || Placeholders.Contains(bare))
            {
                report(new(0, text.Length), $"‘{text}’ stands in place of an abstract");
                return;
            }
            if (!IsNotice(text) && SaysNothing(text))
            {
                report(new(0, text.Length), "These few words are no abstract");
                return;
            }
        }
        if (text.StartsWith("lorem ipsum", StringComparison.OrdinalIgnoreCase))
        {
            report(Beginning(text), "This abstract is filler text");
        }
        else if (IsNotice(text))
        {
            report(
                Beginning(text),
                text.Length > LongestNotice
                    ? "A notice of withdrawal stands at the beginning of this abstract"
                    : "This is a notice of withdrawal and no abstract"
            );
        }
    }

    /// <inheritdoc/>
    public IEnumerable<CodeFix> GetFixes(FixContext context) =>
        CopyFixes
            .TakeFromAny(
                context,
                PaperParts.Abstract,
                copy => !IsFoundIn(copy),
                // That a paper was withdrawn is worth knowing: whoever writes over it must have looked.
                mayBeForAll: !IsNotice(context.Paper.Abstract?.Text)
            )
            .OfType<CodeFix>();

    /// <summary>Whether a copy has a placeholder too, which is known without reading its text.</summary>
    private bool IsFoundIn(PaperPlace place) =>
        OwnFindings
            .Of(place.Document, RuleCatalog.Rules)
            .Any(finding => finding.Descriptor.Id == Descriptor.Id && place.Document.PaperAt(finding.Span.Start) == place.Index);

    /// <summary>A word or two, or three that end no sentence.</summary>
    private static bool SaysNothing(ReadOnlySpan<char> text)
    {
        var words = 1;
        foreach (var character in text)
        {
            if (character > 127)
            {
                return false; // Not every script has spaces between words.
            }
            words += IsSpace(character) ? 1 : 0;
        }
        return words <= 2 || (words == 3 && text[^1] is not ('.' or '!' or '?'));
    }

    /// <summary>‘This paper has been withdrawn by the author due to …’, ‘Withdrawn.’</summary>
    private static bool IsNotice(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, NoticeReach)];
        var at = head.IndexOf("ithdrawn");
        at = at > 0 ? at : head.IndexOf("etracted by");
        if (at < 1)
        {
            return false;
        }
        var before = head[..(at - 1)].TrimEnd();
        if (before.IsEmpty)
        {
            var after = CharacterAt(text, at + 8);
            return after is '.' or ' ' or ',' or ':' or ';' && IsReason(text[(at + 8)..]);
        }
        if (before.Contains(". ", StringComparison.Ordinal))
        {
            return false;
        }
        var subject = before.TrimStart("([*");
        foreach (var start in Subjects)
        {
            if (subject.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                var rest = subject[start.Length..].Trim();
                return rest.IsEmpty || EndsInAuxiliary(rest);
            }
        }
        return false;
    }

    private static bool IsReason(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" .,:;");
        return rest.IsEmpty || rest.StartsWith("by ") || rest.StartsWith("due ") || rest.StartsWith("because ") || rest.StartsWith("for ");
    }

    /// <summary>‘has been’, ‘was temporarily’, with whatever names the paper before.</summary>
    private static bool EndsInAuxiliary(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("ly"))
        {
            text = text[..Math.Max(0, text.LastIndexOf(' '))].TrimEnd();
        }
        var word = Before(text, text.Length);
        return word is "been" or "was" or "is" or "being" or "submission" or "note";
    }

    private static readonly string[] Subjects =
    [
        "This paper",
        "The paper",
        "This article",
        "The article",
        "This submission",
        "The submission",
        "This manuscript",
        "The manuscript",
        "This preprint",
        "The preprint",
        "This work",
        "This note",
        "This version",
        "Paper",
        "Article",
        "Submission",
        "Manuscript",
        "Admin note:",
    ];

    private static TextSpan Beginning(ReadOnlySpan<char> text)
    {
        if (text.Length <= Underlined)
        {
            return new(0, text.Length);
        }
        var sentence = text[..Underlined].IndexOf(". ");
        return new(0, sentence > 0 ? sentence + 1 : Excerpt.CutAt(text, Underlined));
    }
}
