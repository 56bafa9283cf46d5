using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>Reads the parameters of requests that the library does not know.</summary>
internal static class RawParameters
{
    private const int InvalidParams = -32602;

    /// <summary>The document that a request is about.</summary>
    /// <exception cref="RpcErrorException">It names none.</exception>
    public static DocumentUri DocumentOf(JObject? request) =>
        request?["textDocument"] is JObject document
        && document["uri"] is JValue { Value: string uri }
        && Uri.TryCreate(uri, UriKind.Absolute, out _)
            ? DocumentUri.From(uri)
            : throw new RpcErrorException(InvalidParams, null!, "textDocument.uri is missing or is no URI");
}
