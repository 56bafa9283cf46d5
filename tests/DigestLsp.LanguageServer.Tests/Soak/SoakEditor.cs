using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>An editor with many digests open, the disk below it, and a server; knows what all texts must be.</summary>
internal sealed class SoakEditor : IDisposable
{
    private readonly Dictionary<string, JsonObject> _published = [];
    private readonly Queue<(string What, Task<JsonNode?> Answer, Action<JsonNode?> Check)> _outstanding = new();
    private readonly HashSet<string> _untold = [];

    private SoakEditor(DigestFolder folder, SoakClient kind)
    {
        Folder = folder;
        Kind = kind;
        Client = new() { Intercept = Take, Options = kind.Options };
        Pulls = kind.Pulls ? new(this) : null;
    }

    /// <summary>What the client can do.</summary>
    public SoakClient Kind { get; }

    /// <summary>The findings of a client that asks for them, null for one that is told.</summary>
    public SoakPulls? Pulls { get; }

    public LspClient Client { get; }

    public DigestFolder Folder { get; }

    /// <summary>The open documents by name, each with its text and version.</summary>
    public SortedDictionary<string, (string Text, int Version)> Open { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the files on disk.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The workspace's folders.</summary>
    public SortedSet<string> Roots { get; } = new(StringComparer.Ordinal);

    public static async Task<SoakEditor> StartAsync(
        DigestFolder folder,
        IEnumerable<string> files,
        IEnumerable<string> roots,
        IReadOnlyDictionary<string, (string Text, int Version)>? open = null,
        SoakClient? kind = null
    )
    {
        var editor = new SoakEditor(folder, kind ?? SoakClient.Usual);
        editor.Files.UnionWith(files);
        await editor.Client.InitializeAsync(capabilities: editor.Kind.Capabilities());
        foreach (var root in roots)
        {
            editor.ToggleRoot(root);
        }
        foreach (var (name, (text, version)) in open ?? new Dictionary<string, (string, int)>())
        {
            editor.OpenDocument(name, text, version);
        }
        return editor;
    }

    public void Dispose() => Client.Dispose();

    public string UriOf(string name) => name.StartsWith("untitled:", StringComparison.Ordinal) ? name : Uris.Of(Folder.PathOf(name));

    public void OpenDocument(string name, string text, int version)
    {
        Open[name] = (text, version);
        Client.Notify(
            "textDocument/didOpen",
            new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = UriOf(name),
                    ["languageId"] = "digest",
                    ["version"] = version,
                    ["text"] = MessageStream.Sendable(text),
                },
            }
        );
    }

    /// <summary>Makes changes, each of the text that the one before it left; one without a start replaces everything.</summary>
    public void Change(string name, IEnumerable<(int? Start, int Length, string Text)> changes)
    {
        var (text, version) = Open[name];
        var sent = new JsonArray();
        foreach (var (start, length, replacement) in changes)
        {
            var change = new JsonObject { ["text"] = MessageStream.Sendable(replacement) };
            if (start is { } position)
            {
                var (from, to) = (OutsideLineEnd(text, position), OutsideLineEnd(text, position + length));
                change["range"] = EditorText.RangeOf(text, from, to);
                text = string.Concat(text.AsSpan(0, from), replacement, text.AsSpan(to));
            }
            else
            {
                text = replacement;
            }
            sent.Add(change);
        }
        Open[name] = (text, version + 1);
        NotifyChange(name, version + 1, sent);
    }

    /// <summary>Sends a change as it is; the editor's text stays.</summary>
    public void NotifyChange(string name, int version, JsonArray changes) =>
        Client.Notify(
            "textDocument/didChange",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = UriOf(name), ["version"] = version },
                ["contentChanges"] = changes,
            }
        );

    public void Save(string name)
    {
        Write(name, Open[name].Text);
        Client.Notify("textDocument/didSave", TextDocument(name));
    }

    public void Close(string name)
    {
        Open.Remove(name);
        Client.Notify("textDocument/didClose", TextDocument(name));
    }

    /// <summary>Writes a file; the server is told by the next <see cref="Tell"/>.</summary>
    public void Write(string name, string text)
    {
        Folder.Write(name, text);
        Files.Add(name);
        _untold.Add(name);
    }

    public void Delete(string name)
    {
        Folder.Delete(name);
        Files.Remove(name);
        _untold.Add(name);
    }

    /// <summary>Tells the server that something happened to files and folders.</summary>
    public void TellAll(IEnumerable<string> names) =>
        Client.Notify(
            "workspace/didChangeWatchedFiles",
            new JsonObject
            {
                ["changes"] = new JsonArray([
                    .. names.Select(name => new JsonObject { ["uri"] = UriOf(name), ["type"] = Path.Exists(Folder.PathOf(name)) ? 1 : 3 }),
                ]),
            }
        );

    /// <summary>Tells the server of all that happened on disk.</summary>
    public void Tell()
    {
        if (_untold.Count > 0 && Kind.Tells)
        {
            var changes = _untold.Select(name => new JsonObject { ["uri"] = UriOf(name), ["type"] = Files.Contains(name) ? 2 : 3 });
            Client.Notify("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray([.. changes]) });
            _untold.Clear();
        }
    }

    /// <summary>Adds a folder to the workspace, or takes it away.</summary>
    public void ToggleRoot(string name)
    {
        var folder = new JsonArray(new JsonObject { ["uri"] = UriOf(name), ["name"] = name });
        var isAdded = Roots.Add(name) || !Roots.Remove(name);
        Client.Notify(
            "workspace/didChangeWorkspaceFolders",
            new JsonObject
            {
                ["event"] = new JsonObject
                {
                    ["added"] = isAdded ? folder : new JsonArray(),
                    ["removed"] = isAdded ? new JsonArray() : folder,
                },
            }
        );
    }

    /// <summary>Sends a request; its answer is looked at when so many later ones are under way.</summary>
    public async Task AskAsync(string method, JsonObject parameters, Action<JsonNode?>? check = null)
    {
        var what = $"{method} {parameters.ToJsonString()}";
        _outstanding.Enqueue((what, Client.RequestAsync(method, parameters), check ?? (_ => { })));
        if (_outstanding.Count > 50)
        {
            await TakeAnswerAsync();
        }
    }

    /// <summary>Waits until every request is answered and the server has no more to do.</summary>
    public async Task<JsonNode> SettleAsync()
    {
        while (_outstanding.Count > 0)
        {
            await TakeAnswerAsync();
        }
        for (var patience = DateTime.UtcNow + TimeSpan.FromMinutes(5); ; await Task.Delay(50))
        {
            Assert.True(DateTime.UtcNow < patience, $"The server never comes to rest. Its log:\n{Client.Log}");
            var status = await Client.RequestAsync("digestlsp/status");
            if ((bool)status!["quiescent"]!)
            {
                return status;
            }
        }
    }

    /// <summary>What the server has told and has, by what it is about, but for empty lists of findings.</summary>
    public async Task<SortedDictionary<string, string>> StateAsync()
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Pulls is { } pulls)
        {
            await pulls.AskAllAsync();
            foreach (var name in Open.Keys)
            {
                await pulls.AskOneAsync(name);
            }
            await SettleAsync();
        }
        lock (_published)
        {
            var found = _published.Select(published =>
                (Uri: published.Key, Version: published.Value["version"], Findings: published.Value["diagnostics"]!.AsArray())
            );
            foreach (var (uri, told, diagnostics) in Pulls?.Shown ?? found)
            {
                if (diagnostics.Count > 0)
                {
                    // The version that was last told of a closed document says nothing, and some clients are told none.
                    var version = !Open.Keys.Any(name => Uris.AreSame(UriOf(name), uri)) ? "closed" : told?.ToString() ?? "none";
                    state[$"findings {uri}"] = $"{version}\n" + string.Join('\n', diagnostics.Select(found => found!.ToJsonString()));
                }
            }
        }
        foreach (var name in Files.Union(Open.Keys))
        {
            var text = await Client.RequestAsync("digestlsp/viewFileText", TextDocument(name));
            state[$"text {name}"] = text is null ? "none" : (string)text!;
            var symbols = await Client.RequestAsync("textDocument/documentSymbol", TextDocument(name));
            state[$"symbols {name}"] = symbols?.ToJsonString() ?? "none";
        }
        return state;
    }

    public JsonObject TextDocument(string name) => new() { ["textDocument"] = new JsonObject { ["uri"] = UriOf(name) } };

    /// <summary>No position lies between CR and LF.</summary>
    private static int OutsideLineEnd(string text, int position) =>
        position >= text.Length ? text.Length
        : position > 0 && text[position - 1] == '\r' && text[position] == '\n' ? position - 1
        : position;

    private async Task TakeAnswerAsync()
    {
        var (what, answer, check) = _outstanding.Dequeue();
        try
        {
            check(await answer);
        }
        catch (Exception exception) when (exception is LspErrorException or TimeoutException or EndOfStreamException)
        {
            Assert.Fail($"{what} was answered with: {exception.Message}\nThe server's log:\n{Client.Log}");
        }
    }

    private bool Take(JsonObject message)
    {
        if ((string?)message["method"] == "textDocument/publishDiagnostics")
        {
            lock (_published)
            {
                _published[(string)message["params"]!["uri"]!] = message["params"]!.AsObject();
            }
            return true;
        }
        return false;
    }
}
