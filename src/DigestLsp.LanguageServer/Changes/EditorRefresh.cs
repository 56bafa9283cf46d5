using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;

namespace DigestLsp.LanguageServer;

/// <summary>Asks the client to ask again for what it shows beside the text.</summary>
/// <param name="client">Whom to ask.</param>
/// <param name="logger">The log.</param>
internal sealed class EditorRefresh(Func<IResponseRouter> client, ILogger<EditorRefresh> logger)
{
    /// <summary>What the client can do.</summary>
    public ClientCapabilities Client { get; set; } = new();

    /// <summary>Asks for all that the client can refresh; does not wait for its answer.</summary>
    public void Send()
    {
        if (Client.Workspace?.CodeLens.Value?.RefreshSupport == true)
        {
            _ = SendAsync("workspace/codeLens/refresh");
        }
        if (
            Client.Workspace?.ExtensionData.TryGetValue("inlayHint", out var hints) == true
            && hints is JObject ability
            && ability["refreshSupport"] is JValue { Value: true }
        )
        {
            _ = SendAsync("workspace/inlayHint/refresh");
        }
    }

    /// <summary>Asks the client to ask for diagnostics again, if it can; does not wait for its answer.</summary>
    public void SendDiagnostics() => _ = SendAsync("workspace/diagnostic/refresh");

    private async Task SendAsync(string method)
    {
        try
        {
            await client().SendRequest(method).ReturningVoid(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The client did not take {Method}", method);
        }
    }
}
