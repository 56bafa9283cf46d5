using System.Buffers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG3003: text that was decoded wrongly: UTF-8 read as Windows-1252 or Latin-1, the other way round, and U+FFFD.</summary>
public sealed class MisdecodedTextRule : IProseRule
{
    private const char Replacement = '\uFFFD';

    /// <summary>How much of a text a message shows, in UTF-16 units.</summary>
    private const int ShownLength = 30;

    /// <summary>What mis-decoded text begins with: the leads of UTF-8, C1 control characters, and U+FFFD.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create([
        .. Enumerable.Range(0x80, 0x20).Select(code => (char)code),
        .. Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(code => (char)code),
        Replacement,
    ]);

    /// <summary>What text still holds, decoded as often as it can be, where a part of it was lost before.</summary>
    private static readonly SearchValues<char> Lost = SearchValues.Create([
        .. Enumerable.Range(0x80, 0x20).Select(code => (char)code),
        Replacement,
    ]);

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG3003", "Mis-decoded text", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } = CharacterPairs.AnyThen(CharacterClass.Special);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        for (var position = 0; text[position..].IndexOfAny(Suspects) is >= 0 and var found; )
        {
            position += found;
            var span = new TextSpan(position, LengthAt(text, position, out var repaired));
            if (!span.IsEmpty)
            {
                Report(text, span, repaired, report);
            }
            position += Math.Max(1, span.Length);
        }
    }

    /// <summary>The length of the mis-decoded text at a position, 0 where there is none, and what it was, null if that is lost.</summary>
    private static int LengthAt(ReadOnlySpan<char> text, int position, out string? repaired)
    {
        repaired = null;
        var character = text[position];
        if (character == Replacement)
        {
            var end = text[position..].IndexOfAnyExcept(Replacement);
            return end < 0 ? text.Length - position : end;
        }
        if (character <= '\u009F')
        {
            repaired = Windows1252.Meaning(character)?.ToString();
            return repaired is null ? 0 : 1;
        }
        var length = Mojibake.Read(text, position, out var decoded);
        repaired = decoded.AsSpan().ContainsAny(Lost) ? null : decoded;
        return length;
    }

    private static void Report(ReadOnlySpan<char> text, TextSpan span, string? repaired, ReportFinding report)
    {
        var broken = Excerpt.Of(text.Slice(span.Start, span.Length).ToString(), ShownLength);
        if (repaired is null)
        {
            report(span, "The characters that stood here were lost when this text was decoded");
            return;
        }
        var shown = Excerpt.Of(repaired, ShownLength);
        report(
            span,
            text[span.Start] <= '\u009F'
                ? $"This control character was ‘{shown}’ before the text was decoded wrongly"
                : $"‘{broken}’ was ‘{shown}’ before the text was decoded wrongly",
            Repair.Replace(span, repaired, $"Decode as ‘{shown}’")
        );
    }
}
