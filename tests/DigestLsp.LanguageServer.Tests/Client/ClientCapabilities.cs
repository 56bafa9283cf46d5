using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What clients say that they can do.</summary>
internal static class ClientCapabilities
{
    /// <summary>As large editors do, without dynamic registration unless it is asked for.</summary>
    public static JsonObject Full(bool dynamicRegistration = false)
    {
        JsonObject Feature(params (string Key, JsonNode Value)[] more)
        {
            var feature = new JsonObject { ["dynamicRegistration"] = dynamicRegistration };
            foreach (var (key, value) in more)
            {
                feature[key] = value;
            }
            return feature;
        }

        return new()
        {
            ["textDocument"] = new JsonObject
            {
                ["synchronization"] = Feature(("didSave", true)),
                ["hover"] = Feature(("contentFormat", new JsonArray("markdown", "plaintext"))),
                ["definition"] = Feature(),
                ["references"] = Feature(),
                ["documentSymbol"] = Feature(("hierarchicalDocumentSymbolSupport", true)),
                ["codeAction"] = Feature(
                    ("codeActionLiteralSupport", Kinds()),
                    ("isPreferredSupport", true),
                    ("dataSupport", true),
                    ("resolveSupport", new JsonObject { ["properties"] = new JsonArray("edit") })
                ),
                ["rename"] = Feature(("prepareSupport", true)),
                ["completion"] = Feature(("completionItem", new JsonObject { ["snippetSupport"] = true }), ("contextSupport", true)),
                ["semanticTokens"] = Feature(
                    (
                        "requests",
                        new JsonObject
                        {
                            ["range"] = true,
                            ["full"] = new JsonObject { ["delta"] = true },
                        }
                    ),
                    ("tokenTypes", new JsonArray("comment", "number", "function", "class", "type", "property", "string", "method")),
                    ("tokenModifiers", new JsonArray("declaration")),
                    ("formats", new JsonArray("relative"))
                ),
                ["selectionRange"] = Feature(),
                ["formatting"] = Feature(),
                ["rangeFormatting"] = Feature(),
                ["linkedEditingRange"] = Feature(),
                ["foldingRange"] = Feature(("lineFoldingOnly", true)),
                ["publishDiagnostics"] = new JsonObject
                {
                    ["relatedInformation"] = true,
                    ["versionSupport"] = true,
                    ["codeDescriptionSupport"] = true,
                    ["tagSupport"] = new JsonObject { ["valueSet"] = new JsonArray(1, 2) },
                },
            },
            ["workspace"] = new JsonObject
            {
                ["symbol"] = Feature(),
                ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true },
                ["codeLens"] = new JsonObject { ["refreshSupport"] = true },
                ["workspaceFolders"] = true,
                ["didChangeWatchedFiles"] = Feature(),
            },
            ["window"] = new JsonObject { ["workDoneProgress"] = true },
            ["experimental"] = new JsonObject
            {
                ["commands"] = new JsonObject { ["commands"] = new JsonArray("digestlsp.showReferences") },
            },
        };
    }

    /// <summary>Of a client that takes code actions whole or not at all, and edits without versions.</summary>
    public static JsonObject Modest()
    {
        var capabilities = Full();
        capabilities["textDocument"]!["codeAction"] = new JsonObject { ["codeActionLiteralSupport"] = Kinds() };
        capabilities["workspace"]!.AsObject().Remove("workspaceEdit");
        return capabilities;
    }

    private static JsonObject Kinds() =>
        new() { ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("", "quickfix", "source") } };

    /// <summary>Of a client that knows the protocol's first version and no more.</summary>
    public static JsonObject Plain() => new() { ["textDocument"] = new JsonObject(), ["workspace"] = new JsonObject() };
}
