using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What an editor asks about a place in an open digest, and then about the answer.</summary>
internal sealed class SoakRequests(SoakEditor editor)
{
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
        ["textDocument/semanticTokens/full"] = [],
        ["textDocument/semanticTokens/full/delta"] = [],
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
            await editor.AskAsync(method, parameters, answer => Keep(method, name, answer));
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

    private void Keep(string method, string name, JsonNode? answer)
    {
        if (method.StartsWith("textDocument/semanticTokens/full", StringComparison.Ordinal))
        {
            _lastTokens[name] = (string)answer!["resultId"]!;
        }
    }
}
