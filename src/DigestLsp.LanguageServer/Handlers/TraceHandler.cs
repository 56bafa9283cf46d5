using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary><c>$/setTrace</c>: how closely the client wants to follow the server from now on. What there is to follow is in the log.</summary>
internal sealed class TraceHandler(LogThreshold threshold)
{
    public const string Method = "$/setTrace";

    public void Handle(JObject? request) => threshold.Follow(request?["value"] is JValue { Value: string value } ? value : null);
}
