using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Commands that the client runs itself. The protocol has no way to say which ones it has; as with other servers, it lists them under
/// <c>experimental.commands.commands</c>.
/// </summary>
internal static class ClientCommands
{
    /// <summary>Shows places beside a position: a URI, a position and an array of locations.</summary>
    private const string ShowReferences = "digestlsp.showReferences";

    /// <summary>Whether the client can show places that a lens names.</summary>
    public static bool CanShowReferences(ClientCapabilities client) =>
        client.Experimental?.TryGetValue("commands", out var experimental) == true
        && experimental is JObject commands
        && commands["commands"] is JArray names
        && names.Any(name => name is JValue { Value: ShowReferences });

    /// <summary>A command that says something and does nothing.</summary>
    public static Command Say(string title) => new() { Title = title, Name = string.Empty };

    /// <summary>The command that shows places; one that does nothing where there are none.</summary>
    public static Command Show(string title, Location at, IReadOnlyCollection<Location> places) =>
        places.Count == 0
            ? Say(title)
            : new()
            {
                Title = title,
                Name = ShowReferences,
                Arguments = new JArray(
                    at.Uri.ToString(),
                    ToJson(at.Range.Start),
                    new JArray(
                        places.Select(place => new JObject
                        {
                            ["uri"] = place.Uri.ToString(),
                            ["range"] = new JObject { ["start"] = ToJson(place.Range.Start), ["end"] = ToJson(place.Range.End) },
                        })
                    )
                ),
            };

    private static JObject ToJson(Position position) => new() { ["line"] = position.Line, ["character"] = position.Character };
}
