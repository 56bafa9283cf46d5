using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary>
/// What a user sets in the editor, as opposed to what is set for digests in files: how things are shown, never what is found.
/// Immutable.
/// </summary>
internal sealed record ServerSettings
{
    /// <summary>The section of the client's settings.</summary>
    public const string Section = "digestlsp";

    /// <summary><c>inlayHints.duplicates</c>: whether words behind a title tell where the paper stands earlier.</summary>
    public bool ShowsDuplicateHints { get; init; }

    /// <summary>Reads settings, those of the section alone or with its name around them. What is missing or malformed is as it is by default.</summary>
    public static ServerSettings Read(JToken? settings)
    {
        var section = (settings as JObject)?[Section] as JObject ?? settings as JObject;
        return new() { ShowsDuplicateHints = IsOn(section, "inlayHints", "duplicates") };
    }

    private static bool IsOn(JObject? section, string group, string name) =>
        ((section?[group] as JObject)?[name] ?? section?[$"{group}.{name}"]) is JValue { Value: true };
}
