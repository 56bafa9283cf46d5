using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;

namespace DigestLsp.LanguageServer;

/// <summary>
/// The settings in force. A client sends them when it initializes, sends them when they change, or says that they changed and waits to
/// be asked: which of these it does is its own choice.
/// </summary>
/// <param name="client">Whom to ask.</param>
/// <param name="changed">Called when other settings are in force.</param>
/// <param name="logger">The log.</param>
internal sealed class CurrentSettings(Func<IResponseRouter> client, Action changed, ILogger<CurrentSettings> logger)
{
    private volatile ServerSettings _settings = new();
    private bool _canAsk;

    /// <summary>The settings in force.</summary>
    public ServerSettings Value => _settings;

    /// <summary>Takes what the client sent when it initialized.</summary>
    public void Initialize(object? options, ClientCapabilities? capabilities)
    {
        _settings = ServerSettings.Read(options as JToken);
        _canAsk = capabilities?.Workspace?.Configuration.Value == true;
    }

    /// <summary>Takes settings that the client sent or, where it sent none, asks for them without waiting.</summary>
    public void Take(JToken? settings)
    {
        if (settings is JObject { Count: > 0 })
        {
            PutInForce(ServerSettings.Read(settings));
        }
        else if (_canAsk)
        {
            _ = AskAsync();
        }
    }

    private async Task AskAsync()
    {
        try
        {
            var items = new JObject { ["items"] = new JArray(new JObject { ["section"] = ServerSettings.Section }) };
            var answer = await client()
                .SendRequest("workspace/configuration", items)
                .Returning<JToken>(CancellationToken.None)
                .ConfigureAwait(false);
            if (answer is JArray and [JObject section])
            {
                PutInForce(ServerSettings.Read(section));
            }
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The client did not tell its settings");
        }
    }

    private void PutInForce(ServerSettings settings)
    {
        if (_settings != settings)
        {
            _settings = settings;
            changed();
        }
    }
}
