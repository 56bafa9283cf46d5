using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;

namespace DigestLsp.LanguageServer;

/// <summary>What a client does with findings.</summary>
/// <param name="Pulls">Whether it asks for them, so that it is told nothing unasked: it would show what it gets both ways twice.</param>
/// <param name="CanRefresh">Whether it can be told to ask again.</param>
/// <param name="ShowsRelated">Whether it shows the other places that a finding speaks of.</param>
/// <param name="ShowsTags">Whether it shows what is superfluous as such.</param>
internal sealed record DiagnosticsClient(bool Pulls, bool CanRefresh, bool ShowsRelated, bool ShowsTags)
{
    /// <summary>In the options for initializing, how the client wants its findings; the one value is <see cref="Pull"/>.</summary>
    private const string Option = "diagnostics";

    private const string Pull = "pull";

    /// <summary>
    /// Reads what a client says of itself. One that can do both is told: it then knows at once what an edit does to files that it
    /// does not show, and need not ask over and over. It may wish otherwise.
    /// </summary>
    public static DiagnosticsClient Of(ClientCapabilities? client, JToken? options)
    {
        var publish = client?.TextDocument?.PublishDiagnostics;
        var pull = Ability(client?.TextDocument?.ExtensionData, "diagnostic");
        return new(
            pull is not null && (publish is not { IsSupported: true } || Wish(options) is Pull),
            Ability(client?.Workspace?.ExtensionData, "diagnostics") is { } refresh && IsOn(refresh["refreshSupport"]),
            publish?.Value?.RelatedInformation == true || IsOn(pull?["relatedInformation"]),
            publish?.Value?.TagSupport.IsSupported == true || pull?["tagSupport"] is JObject
        );
    }

    private static string? Wish(JToken? options) =>
        options is not JObject all ? null
        : all[Option] is JValue { Value: string wish } ? wish
        : Wish(all[ServerSettings.Section]);

    private static JObject? Ability(IDictionary<string, JToken>? abilities, string name) =>
        abilities?.TryGetValue(name, out var ability) == true ? ability as JObject : null;

    private static bool IsOn(JToken? value) => value is JValue { Value: true };
}
