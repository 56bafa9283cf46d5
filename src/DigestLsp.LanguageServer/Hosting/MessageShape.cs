using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary>Whether messages have the parts without which the library hands handlers nothing to work with.</summary>
internal static class MessageShape
{
    private const string OfDocuments = "textDocument/";

    /// <summary>Why a message makes no sense, null where it does.</summary>
    public static string? WhyMalformed(string method, JToken? parameters)
    {
        if (!method.StartsWith(OfDocuments, StringComparison.Ordinal))
        {
            return null;
        }
        if (parameters is not JObject { } given || given["textDocument"] is not JObject document || !IsText(document["uri"]))
        {
            return "textDocument.uri is missing";
        }
        if (given.TryGetValue("position", out var position) && !IsPosition(position))
        {
            return "position is none";
        }
        return method switch
        {
            OfDocuments + "didOpen" when !IsText(document["text"]) => "textDocument.text is missing",
            OfDocuments + "didChange" when given["contentChanges"] is not JArray changes || !changes.All(IsChange) =>
                "contentChanges are missing or malformed",
            _ => null,
        };
    }

    private static bool IsChange(JToken change) =>
        change is JObject made && IsText(made["text"]) && (made["range"] is not { Type: not JTokenType.Null } range || IsRange(range));

    private static bool IsRange(JToken range) => range is JObject span && IsPosition(span["start"]) && IsPosition(span["end"]);

    private static bool IsPosition(JToken? position) =>
        position is JObject place && place["line"]?.Type == JTokenType.Integer && place["character"]?.Type == JTokenType.Integer;

    private static bool IsText(JToken? text) => text?.Type == JTokenType.String;
}
