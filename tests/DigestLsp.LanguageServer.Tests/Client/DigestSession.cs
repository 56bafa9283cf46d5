using System.Text.Json.Nodes;
using DigestLsp.Testing;
using DigestLsp.Text;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>A folder of digests, an editor that has it open, and the real server behind it.</summary>
internal sealed class DigestSession : IDisposable
{
    private readonly Dictionary<string, (string Text, int Version)> _open = [];

    private DigestSession(DigestFolder folder, LspClient client) => (Folder, Client) = (folder, client);

    public DigestFolder Folder { get; }

    public LspClient Client { get; }

    public static Task<DigestSession> StartAsync(params (string Name, string Text)[] files) => StartAsync(null, files);

    public static Task<DigestSession> StartAsync(JsonObject? capabilities, params (string Name, string Text)[] files) =>
        StartAsync(capabilities, options: null, settings: null, files);

    public static async Task<DigestSession> StartAsync(
        JsonObject? capabilities,
        JsonObject? options,
        JsonObject? settings,
        params (string Name, string Text)[] files
    )
    {
        var folder = new DigestFolder();
        foreach (var (name, text) in files)
        {
            folder.Write(name, text);
        }
        return new(folder, await LspClient.StartAsync(folder.Root, capabilities, options, settings));
    }

    public void Dispose()
    {
        Client.Dispose();
        Folder.Dispose();
    }

    public string UriOf(string name) => name.StartsWith("untitled:", StringComparison.Ordinal) ? name : Uris.Of(Folder.PathOf(name));

    /// <summary>The text that the editor shows.</summary>
    public string TextOf(string name) => _open.TryGetValue(name, out var open) ? open.Text : Folder.Read(name);

    public void Open(string name, string? text = null)
    {
        var shown = text ?? Folder.Read(name);
        _open[name] = (shown, 1);
        Client.Notify(
            "textDocument/didOpen",
            new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = UriOf(name),
                    ["languageId"] = "digest",
                    ["version"] = 1,
                    ["text"] = MessageStream.Sendable(shown),
                },
            }
        );
    }

    /// <summary>Types over the first occurrence of some text.</summary>
    public void Replace(string name, string old, string replacement)
    {
        var start = TextOf(name).IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{name} has no '{old}'");
        Change(name, (start, old.Length, replacement));
    }

    /// <summary>Makes changes, each of which speaks of the text that the one before it left, in one notification.</summary>
    public void Change(string name, params (int Start, int Length, string Text)[] changes)
    {
        var (text, version) = _open[name];
        var sent = new JsonArray();
        foreach (var (start, length, replacement) in changes)
        {
            sent.Add(
                new JsonObject
                {
                    ["range"] = EditorText.RangeOf(text, start, start + length),
                    ["text"] = MessageStream.Sendable(replacement),
                }
            );
            text = text.Remove(start, length).Insert(start, replacement);
        }
        _open[name] = (text, version + 1);
        NotifyChange(name, version + 1, sent);
    }

    /// <summary>Sends a change as it is; what the editor shows stays.</summary>
    public void NotifyChange(string name, int version, JsonArray changes) =>
        Client.Notify(
            "textDocument/didChange",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = UriOf(name), ["version"] = version },
                ["contentChanges"] = changes,
            }
        );

    /// <summary>Writes to disk what the editor shows, and tells.</summary>
    public void Save(string name)
    {
        Folder.Write(name, TextOf(name));
        Client.Notify("textDocument/didSave", TextDocument(name));
    }

    public void Close(string name)
    {
        _open.Remove(name);
        Client.Notify("textDocument/didClose", TextDocument(name));
    }

    /// <summary>Tells that a file was created (1), changed (2) or deleted (3) behind the editor's back.</summary>
    public void NotifyWatched(string name, int kind) =>
        Client.Notify(
            "workspace/didChangeWatchedFiles",
            new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = UriOf(name), ["type"] = kind }) }
        );

    /// <summary>Asks about the place where some text first stands.</summary>
    public Task<JsonNode?> AskAsync(string method, string name, string at, JsonObject? more = null)
    {
        var parameters = TextDocument(name);
        parameters["position"] = EditorText.PositionOf(TextOf(name), TextOf(name).IndexOf(at, StringComparison.Ordinal));
        foreach (var (key, value) in more ?? [])
        {
            parameters[key] = value?.DeepClone();
        }
        return Client.RequestAsync(method, parameters);
    }

    /// <summary>Asks about a whole document.</summary>
    public Task<JsonNode?> AskAsync(string method, string name) => Client.RequestAsync(method, TextDocument(name));

    /// <summary>Waits until the server has read the file that holds a paper.</summary>
    public async Task LoadedAsync(string title)
    {
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; ; await Task.Delay(20))
        {
            var found = await Client.RequestAsync("workspace/symbol", new JsonObject { ["query"] = title });
            if (found!.AsArray().Count > 0)
            {
                return;
            }
            Assert.True(DateTime.UtcNow < patience, $"'{title}' was never loaded");
        }
    }

    /// <summary>All that was ever published about a document, oldest first.</summary>
    public IReadOnlyList<JsonObject> PublishedOf(string name) => [.. PublishedOf(Client.Received, name)];

    /// <summary>
    /// Waits until what is published about a document is what a text says in which the findings are marked:
    /// <c>{|DG2001:Title|}</c>. The text must be the one that the editor shows.
    /// </summary>
    public async Task<JsonArray> ExpectAsync(string name, string marked)
    {
        var expected = MarkedText.Parse(marked);
        Assert.Equal(expected.Text, TextOf(name).Replace("\r\n", "\n").Replace('\r', '\n'));
        int? version = _open.TryGetValue(name, out var open) ? open.Version : null;
        var found = await Client.WaitForAsync(
            $"this about version {version} of {name}:\n{marked}\n",
            received =>
                PublishedOf(received, name).LastOrDefault() is { } last && (int?)last["version"] == version && Mark(name, last) == marked
                    ? last
                    : null
        );
        return found["diagnostics"]!.AsArray();
    }

    private string Mark(string name, JsonObject published)
    {
        var text = TextOf(name);
        return MarkedText.Format(
            text,
            published["diagnostics"]!
                .AsArray()
                .Select(diagnostic =>
                {
                    var range = diagnostic!["range"]!;
                    var span = TextSpan.FromBounds(EditorText.OffsetOf(text, range["start"]!), EditorText.OffsetOf(text, range["end"]!));
                    return new MarkedSpan((string)diagnostic["code"]!, span);
                })
        );
    }

    private IEnumerable<JsonObject> PublishedOf(IEnumerable<JsonObject> received, string name) =>
        received
            .Where(message => (string?)message["method"] == "textDocument/publishDiagnostics")
            .Select(message => message["params"]!.AsObject())
            .Where(published => Uris.AreSame((string)published["uri"]!, UriOf(name)));

    private JsonObject TextDocument(string name) => new() { ["textDocument"] = new JsonObject { ["uri"] = UriOf(name) } };
}
