using DigestLsp.Features;
using DigestLsp.Text;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/inlayHint</c>, which the library does not know: it is handled as it comes.</summary>
internal sealed class InlayHintHandler(Answers answers, CurrentSettings settings)
{
    public const string Method = "textDocument/inlayHint";

    private const int InvalidParams = -32602;

    public async Task<JToken> Handle(JObject request, CancellationToken cancellation)
    {
        if (UriOf(request["textDocument"]) is not { } uri || RangeOf(request["range"]) is not { } range)
        {
            throw new RpcErrorException(InvalidParams, null!, "An inlay hint request names a document and a range");
        }
        var isOn = settings.Value.ShowsDuplicateHints;
        return await answers
                .Of(
                    uri,
                    (snapshot, document) =>
                        isOn ? new JArray(DuplicateHints.Of(snapshot, document, range, cancellation).Select(ToJson)) : [],
                    cancellation
                )
                .ConfigureAwait(false)
            ?? [];
    }

    private static JObject ToJson(InlayHint hint) =>
        new()
        {
            ["position"] = new JObject { ["line"] = hint.Position.Line, ["character"] = hint.Position.Character },
            ["label"] = hint.Text,
            ["paddingLeft"] = true,
        };

    private static DocumentUri? UriOf(JToken? document) =>
        (document as JObject)?["uri"] is JValue { Value: string uri } && Uri.TryCreate(uri, UriKind.Absolute, out _)
            ? DocumentUri.From(uri)
            : null;

    private static LinePositionSpan? RangeOf(JToken? range) =>
        range is JObject ends && PositionOf(ends["start"]) is { } start && PositionOf(ends["end"]) is { } end ? new(start, end) : null;

    private static LinePosition? PositionOf(JToken? position) =>
        position is JObject place && NumberOf(place["line"]) is { } line && NumberOf(place["character"]) is { } character
            ? new(line, character)
            : null;

    /// <summary>Numbers beyond all texts count as the largest: clients ask so for the rest of a document.</summary>
    private static int? NumberOf(JToken? number) =>
        number is JValue { Value: >= 0L and long value } ? (int)Math.Min(value, int.MaxValue) : null;
}
