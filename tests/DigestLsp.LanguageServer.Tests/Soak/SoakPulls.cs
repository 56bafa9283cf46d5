using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What a client that asks for findings knows of them: it keeps what it was told under an id, and shows the last of it.</summary>
internal sealed class SoakPulls(SoakEditor editor)
{
    private readonly Dictionary<(string Uri, string Id), JsonArray> _told = [];
    private readonly Dictionary<string, (string Id, JsonNode? Version)> _shown = [];

    /// <summary>The files of which there are findings, with the version that they are of.</summary>
    public IEnumerable<(string Uri, JsonNode? Version, JsonArray Findings)> Shown =>
        _shown.Select(shown => (shown.Key, shown.Value.Version, _told[(shown.Key, shown.Value.Id)]));

    public Task AskOneAsync(string name)
    {
        var uri = editor.UriOf(name);
        var version = editor.Open[name].Version;
        var parameters = editor.TextDocument(name);
        parameters["previousResultId"] = _shown.TryGetValue(uri, out var shown) ? shown.Id : null;
        return editor.AskAsync("textDocument/diagnostic", parameters, answer => Take(uri, version, answer!.AsObject()));
    }

    public Task AskAllAsync()
    {
        var ids = _shown.Select(shown => new JsonObject { ["uri"] = shown.Key, ["value"] = shown.Value.Id });
        return editor.AskAsync(
            "workspace/diagnostic",
            new JsonObject { ["previousResultIds"] = new JsonArray([.. ids]) },
            answer =>
            {
                foreach (var report in answer!["items"]!.AsArray())
                {
                    Take((string)report!["uri"]!, report["version"], report.AsObject());
                }
            }
        );
    }

    private void Take(string uri, JsonNode? version, JsonObject report)
    {
        var id = (string)report["resultId"]!;
        if ((string?)report["kind"] == "full")
        {
            _told[(uri, id)] = report["items"]!.AsArray();
        }
        // What is unchanged was told before.
        Assert.True(_told.ContainsKey((uri, id)), $"{uri} is as {id}, which was never told");
        _shown[uri] = (id, version?.DeepClone());
    }
}
