using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>One kind of client.</summary>
/// <param name="Capabilities">What it says that it can do.</param>
/// <param name="Tells">Whether it tells what changes on disk, whoever else sees it.</param>
/// <param name="Pulls">Whether it asks for findings.</param>
internal sealed record SoakClient(Func<JsonObject> Capabilities, bool Tells = true, bool Pulls = false)
{
    /// <summary>Can be told, and cannot be asked to watch files, but tells of some all the same.</summary>
    public static SoakClient Usual { get; } = new(() => ClientCapabilities.Full());

    /// <summary>Of each kind one.</summary>
    public static IReadOnlyList<SoakClient> All { get; } =
    [
        Usual,
        new(Pulling, Pulls: true),
        new(() => ClientCapabilities.Full(dynamicRegistration: true)),
        new(() => ClientCapabilities.Full(), Tells: false),
        new(ClientCapabilities.Modest),
        new(ClientCapabilities.Plain),
    ];

    /// <summary>What it wishes for.</summary>
    public JsonObject? Options => Pulls ? new JsonObject { ["diagnostics"] = "pull" } : null;

    /// <summary>A client that is told findings, and is the same otherwise.</summary>
    public SoakClient Told => this with { Pulls = false };

    private static JsonObject Pulling()
    {
        var capabilities = ClientCapabilities.Full(dynamicRegistration: true);
        capabilities["textDocument"]!["diagnostic"] = new JsonObject { ["dynamicRegistration"] = true };
        capabilities["workspace"]!["diagnostics"] = new JsonObject { ["refreshSupport"] = true };
        return capabilities;
    }
}
