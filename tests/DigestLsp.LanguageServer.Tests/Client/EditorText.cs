using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Counts as editors do: lines and UTF-16 units from 0, lines ending at LF, CRLF or a lone CR.</summary>
internal static class EditorText
{
    public static JsonObject PositionOf(string text, int offset)
    {
        var (line, start) = (0, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                (line, start) = (line + 1, i + 1);
            }
        }
        return new() { ["line"] = line, ["character"] = offset - start };
    }

    public static JsonObject RangeOf(string text, int start, int end) =>
        new() { ["start"] = PositionOf(text, start), ["end"] = PositionOf(text, end) };

    public static int OffsetOf(string text, JsonNode position)
    {
        var (line, offset) = ((int)position["line"]!, 0);
        for (; line > 0; offset++)
        {
            if (text[offset] == '\n' || (text[offset] == '\r' && (offset + 1 == text.Length || text[offset + 1] != '\n')))
            {
                line--;
            }
        }
        return offset + (int)position["character"]!;
    }

    /// <summary>The text that a range covers.</summary>
    public static string Covered(string text, JsonNode range) => text[OffsetOf(text, range["start"]!)..OffsetOf(text, range["end"]!)];

    /// <summary>The text after edits that all speak of it.</summary>
    public static string Apply(string text, JsonArray edits) =>
        edits
            .Select(edit =>
                (
                    Start: OffsetOf(text, edit!["range"]!["start"]!),
                    End: OffsetOf(text, edit["range"]!["end"]!),
                    Text: (string)edit["newText"]!
                )
            )
            .OrderByDescending(edit => edit.Start)
            .Aggregate(text, (current, edit) => string.Concat(current.AsSpan(0, edit.Start), edit.Text, current.AsSpan(edit.End)));
}
