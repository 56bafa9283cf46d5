using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What an editor asks about a place in an open digest, and then about the answer.</summary>
internal sealed class SoakRequests(SoakEditor editor)
{
    private const string FullMethod = "textDocument/semanticTokens/full";
    private const string DeltaMethod = "textDocument/semanticTokens/full/delta";

    /// <summary>By method, what is asked next, about the first of the answer's items.</summary>
    private static readonly Dictionary<string, (string Method, Func<JsonNode, JsonNode> About)[]> Followers = new()
    {
        ["textDocument/hover"] = [],
        ["textDocument/definition"] = [],
        ["textDocument/references"] = [],
        ["textDocument/implementation"] = [],
        ["textDocument/documentHighlight"] = [],
        ["textDocument/documentLink"] = [],
        ["textDocument/documentSymbol"] = [],
        ["textDocument/foldingRange"] = [],
        ["textDocument/selectionRange"] = [],
        ["textDocument/linkedEditingRange"] = [],
        ["textDocument/inlayHint"] = [],
        ["textDocument/prepareRename"] = [],
        ["textDocument/formatting"] = [],
        ["textDocument/rangeFormatting"] = [],
        [FullMethod] = [],
        [DeltaMethod] = [],
        ["textDocument/semanticTokens/range"] = [],
        ["textDocument/completion"] = [("completionItem/resolve", item => item)],
        ["textDocument/codeLens"] = [("codeLens/resolve", lens => lens)],
        ["textDocument/codeAction"] = [("codeAction/resolve", action => action)],
        ["textDocument/prepareCallHierarchy"] =
        [
            ("callHierarchy/incomingCalls", item => new JsonObject { ["item"] = item }),
            ("callHierarchy/outgoingCalls", item => new JsonObject { ["item"] = item }),
        ],
    };

    private readonly Dictionary<string, string> _lastTokens = [];
    private readonly Dictionary<(string Name, string Id), List<int>> _tokens = [];

    public static IReadOnlyList<string> Methods { get; } = [.. Followers.Keys];

    public async Task AskAsync(string method, string name, int start, int length)
    {
        var parameters = Parameters(name, start, length);
        if (Followers[method] is { Length: > 0 } followers)
        {
            // Nothing may change between the two.
            if (First(await editor.Client.RequestAsync(method, parameters)) is { } first)
            {
                foreach (var (next, about) in followers)
                {
                    await editor.AskAsync(next, (JsonObject)about(first.DeepClone()));
                }
            }
        }
        else
        {
            var asked = (string)parameters["previousResultId"]!;
            await editor.AskAsync(method, parameters, answer => Keep(method, name, asked, answer));
            if (method == DeltaMethod)
            {
                // Of the same text, since nothing is sent between the two.
                await editor.AskAsync(FullMethod, editor.TextDocument(name), answer => CheckTokens(name, answer!));
            }
        }
    }

    /// <summary>Parameters that serve every method: each takes what it knows.</summary>
    public JsonObject Parameters(string name, int start, int length)
    {
        var text = editor.Open[name].Text;
        var end = Math.Min(start + length, text.Length);
        var parameters = editor.TextDocument(name);
        parameters["position"] = EditorText.PositionOf(text, start);
        parameters["positions"] = new JsonArray(EditorText.PositionOf(text, start), EditorText.PositionOf(text, end));
        parameters["range"] = EditorText.RangeOf(text, start, end);
        parameters["context"] = new JsonObject
        {
            ["includeDeclaration"] = start % 2 == 0,
            ["diagnostics"] = new JsonArray(),
            ["triggerKind"] = 1,
        };
        parameters["options"] = new JsonObject { ["tabSize"] = 4, ["insertSpaces"] = true };
        parameters["previousResultId"] = _lastTokens.GetValueOrDefault(name, "none");
        return parameters;
    }

    private static JsonNode? First(JsonNode? answer) => (answer as JsonArray ?? answer?["items"] as JsonArray)?.FirstOrDefault();

    private void Keep(string method, string name, string asked, JsonNode? answer)
    {
        if (method is not (FullMethod or DeltaMethod))
        {
            return;
        }
        var tokens = answer!["data"]?.AsArray().Select(Number).ToList();
        if (tokens is null)
        {
            tokens = [.. _tokens[(name, asked)]];
            foreach (var edit in answer["edits"]!.AsArray().OrderByDescending(edit => Number(edit!["start"])))
            {
                tokens.RemoveRange(Number(edit!["start"]), Number(edit["deleteCount"]));
                tokens.InsertRange(Number(edit["start"]), edit["data"]?.AsArray().Select(Number) ?? []);
            }
        }
        _lastTokens[name] = (string)answer["resultId"]!;
        _tokens[(name, _lastTokens[name])] = tokens;
    }

    /// <summary>What the last changes made of tokens are the tokens of the text.</summary>
    private void CheckTokens(string name, JsonNode full)
    {
        Assert.Equal(full["data"]!.AsArray().Select(Number), _tokens[(name, _lastTokens[name])]);
        Keep(FullMethod, name, "", full);
    }

    private static int Number(JsonNode? number) => (int)number!;
}
