using System.Collections.Frozen;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using static DigestLsp.Analyzers.WordText;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG3002: an abstract that begins with the heading it was copied with, or in the middle of a sentence. ‘Abstract’ and ‘Summary’
/// also begin sentences (‘Abstract reasoning is hard’), and some names begin with a small letter.
/// </summary>
public sealed class AbstractStartRule : IProseRule
{
    /// <summary>How far an acronym may stand from the words that it abbreviates, in UTF-16 units.</summary>
    private const int Reach = 100;

    /// <summary>Words in which sentences go on or begin, but never begin with a small letter. None is a word in many other languages.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet
        .Create(
            StringComparer.Ordinal,
            (
                "and or but of which that with by from than is are was were has have can may will would could should to for the this these "
                + "those their its our we while whereas because although though however such as at into onto through between among using "
                + "based via both each every some many most if when where whose then thus therefore hence it they he she there here not"
            ).Split(' ')
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } =
        new("DG3002", "Abstract begins with a heading or mid-sentence", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } = CharacterPairs.All;

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        if (prose.Kind != ProseKind.Paragraph || !prose.IsFirst)
        {
            return;
        }
        var text = prose.Text;
        if (HeadingLength(text) is var heading and > 0)
        {
            var span = new TextSpan(0, heading);
            var words = text[..heading].Trim(" \t\r\n.:-–—*_#|[](){}");
            report(
                span,
                $"This abstract begins with its heading, ‘{words}’",
                Repair.Replace(span, string.Empty, $"Remove the heading ‘{words}’")
            );
            return;
        }
        if (text[0] is ',' or ';' or ')' or ']' && text.Length > 1 && text[1] == ' ')
        {
            report(new(0, 1), $"This abstract begins mid-sentence: no sentence begins with ‘{text[0]}’");
            return;
        }
        var word = At(text, 0);
        if (Words.Contains(word) && CharacterAt(text, word.Length) is ' ' or ',' or '\n' or '\r')
        {
            report(new(0, word.Length), $"This abstract begins mid-sentence: no sentence begins with a small ‘{word}’");
        }
    }

    /// <summary>The length of a heading with what parts it from the text; 0 where there is none.</summary>
    private static int HeadingLength(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && text[start] is '*' or '_' or '#' or '[' or '(' or '{' or ' ' && start < 4)
        {
            start++;
        }
        var word = At(text, start);
        var isAbstract = word.Equals("abstract", StringComparison.OrdinalIgnoreCase);
        if (!isAbstract && !word.Equals("summary", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }
        var end = start + word.Length;
        var rest = end;
        while (
            rest < text.Length
            && (IsSpace(text[rest]) || text[rest] is '.' or ':' or '-' or '–' or '—' or '*' or '_' or '|' or ']' or ')' or '}')
        )
        {
            rest++;
        }
        var separator = text[end..rest];
        if (rest == text.Length || separator.IsEmpty)
        {
            return 0;
        }
        var next = At(text, rest);
        var isFirstWord = !char.IsAsciiLetterLower(text[rest]);
        var isHeading =
            separator.ContainsAny(".:—*|])}") ? true
            : separator.ContainsAny('\n', '\r') ? isFirstWord
            : separator.ContainsAny('-', '–') ? isFirstWord && (separator.Length > 1 || OpensSentence(next))
            : isFirstWord && (IsUpper(word) || OpensSentence(next) || (isAbstract && AcronymLeavesOut(word, text[rest..])));
        return isHeading && !(start > 0 && separator.TrimStart().IsEmpty) ? rest : 0;
    }

    private static bool IsUpper(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>
    /// Whether the phrase behind a word is followed by an acronym for all of its words but that one: ‘Abstract Language Models
    /// (LMs)’, where ‘Abstract Meaning Representation (AMR)’ counts it in.
    /// </summary>
    private static bool AcronymLeavesOut(ReadOnlySpan<char> word, ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Reach)];
        var open = text.IndexOf(" (");
        if (open < 0)
        {
            return false;
        }
        var acronym = text[(open + 2)..];
        for (var position = 0; position < open; )
        {
            if (
                acronym.IsEmpty
                || char.ToUpperInvariant(acronym[0]) == char.ToUpperInvariant(word[0])
                || char.ToUpperInvariant(text[position]) != char.ToUpperInvariant(acronym[0])
            )
            {
                return false;
            }
            acronym = acronym[1..];
            var gap = text[position..open].IndexOfAny(' ', '-');
            position = gap < 0 ? open : position + gap + 1;
        }
        return acronym is [')', ..] or ['s', ')', ..];
    }
}
