using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary>
/// What a user sets in the editor, as opposed to what is set for digests in files: how things are shown and what is logged, never
/// what is found. Immutable.
/// </summary>
internal sealed record ServerSettings
{
    /// <summary>The section of the client's settings.</summary>
    public const string Section = "digestlsp";

    private static readonly Dictionary<string, LogLevel> Levels = Enum.GetValues<LogLevel>()
        .ToDictionary(level => level.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary><c>inlayHints.duplicates</c>: whether words behind a title tell where the paper stands earlier.</summary>
    public bool ShowsDuplicateHints { get; init; }

    /// <summary><c>logLevel</c>: the least that is logged; null for as the server was started.</summary>
    public LogLevel? LogLevel { get; init; }

    /// <summary>Reads settings, those of the section alone or with its name around them. What is missing or malformed is as it is by default.</summary>
    public static ServerSettings Read(JToken? settings)
    {
        var section = (settings as JObject)?[Section] as JObject ?? settings as JObject;
        return new() { ShowsDuplicateHints = IsOn(section, "inlayHints", "duplicates"), LogLevel = LevelOf(section?["logLevel"]) };
    }

    private static LogLevel? LevelOf(JToken? level) =>
        level is JValue { Value: string name } && Levels.TryGetValue(name, out var named) ? named : null;

    private static bool IsOn(JObject? section, string group, string name) =>
        ((section?[group] as JObject)?[name] ?? section?[$"{group}.{name}"]) is JValue { Value: true };
}
