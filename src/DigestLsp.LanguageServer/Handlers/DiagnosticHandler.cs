using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>textDocument/diagnostic</c> and <c>workspace/diagnostic</c>, which the library does not know: they are handled as they come.
/// </summary>
/// <param name="reports">What there is to say; null for a client that is told unasked.</param>
/// <param name="pump">Finds it.</param>
/// <param name="paths">Knows documents by their URIs.</param>
internal sealed class DiagnosticHandler(Func<DiagnosticReports?> reports, DiagnosticsPump pump, DocumentPaths paths)
{
    public const string OfDocument = "textDocument/diagnostic";
    public const string OfWorkspace = "workspace/diagnostic";

    private const int MethodNotFound = -32601;

    /// <summary>Answers with what there is to say of the text as it is at this place in the stream, or later if it changes meanwhile.</summary>
    public async Task<JToken> HandleDocument(JObject request, CancellationToken cancellation)
    {
        var asked = Reports();
        var path = paths.OpenPathOf(RawParameters.DocumentOf(request));
        if (path is not null)
        {
            await pump.ServeAsync(path).WaitAsync(cancellation).ConfigureAwait(false);
        }
        return new JRaw(asked.WriteOne(path, TextOf(request["previousResultId"])));
    }

    /// <summary>Answers at once, with what is known by now; what is found later is told by having the client ask again.</summary>
    public Task<JToken> HandleWorkspace(JObject request, CancellationToken cancellation)
    {
        var asked = Reports();
        var shown = request["previousResultIds"] is JArray ids ? ids.Select(ShownOf).OfType<ShownReport>().ToList() : [];
        return Task.Run<JToken>(() => new JRaw(asked.WriteAll(shown)), cancellation);
    }

    private DiagnosticReports Reports() =>
        reports() ?? throw new RpcErrorException(MethodNotFound, null!, "This client is told diagnostics unasked");

    private ShownReport? ShownOf(JToken shown) =>
        shown is JObject one && TextOf(one["uri"]) is { } uri && TextOf(one["value"]) is { } id
            ? new(uri, Uri.TryCreate(uri, UriKind.Absolute, out _) ? paths.OpenPathOf(DocumentUri.From(uri)) : null, id)
            : null;

    private static string? TextOf(JToken? text) => text is JValue { Value: string value } ? value : null;
}
