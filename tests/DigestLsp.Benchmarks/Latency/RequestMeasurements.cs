using System.Text.Json;
using System.Text.Json.Nodes;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Benchmarks;

/// <summary>How long an editor waits for answers about the large digest, at random places.</summary>
internal sealed class RequestMeasurements
{
    private const int Requests = 200;

    /// <summary>What editors ask by themselves behind a change, and what somebody may ask for in the middle of a word.</summary>
    private static readonly string[] Editors =
    [
        "textDocument/documentSymbol",
        "textDocument/foldingRange",
        "textDocument/documentLink",
        "textDocument/codeLens",
        "textDocument/inlayHint",
        "textDocument/codeAction",
        "textDocument/documentHighlight",
        "textDocument/linkedEditingRange",
        "textDocument/selectionRange",
        "textDocument/semanticTokens/range",
        "textDocument/completion",
        "textDocument/hover",
        "textDocument/definition",
        "textDocument/references",
        "textDocument/implementation",
        "textDocument/prepareCallHierarchy",
        "textDocument/prepareRename",
        "textDocument/rangeFormatting",
        "textDocument/formatting",
        "workspace/symbol",
    ];

    private readonly ServerConnection _server;
    private readonly SyntaxTree _large;
    private readonly string _uri;
    private readonly List<Figure> _figures = [];
    private int _version;

    private RequestMeasurements(ServerConnection server, LatencyScene scene, int version)
    {
        (_server, _version) = (server, version);
        _large = SyntaxTree.Parse(SourceText.From(scene.LargeText));
        _uri = new Uri(scene.LargeFile).AbsoluteUri;
    }

    /// <summary>Measures them.</summary>
    /// <param name="server">The server, in which the large digest is open.</param>
    /// <param name="scene">The folder.</param>
    /// <param name="version">The version that the large digest has.</param>
    public static IEnumerable<Figure> Run(ServerConnection server, LatencyScene scene, int version)
    {
        var measurements = new RequestMeasurements(server, scene, version);
        string[] words = [.. measurements._large.Root.Papers.Take(Requests).Select(paper => paper.Title!.Text.Split(' ')[0])];
        measurements.Navigate(words);
        measurements.Complete([.. words.Select((word, i) => $"{word[..Math.Min(i % 4, word.Length)]}")]);
        measurements.Color();
        measurements.AskWhileTyping(words);
        return measurements._figures;
    }

    private void Navigate(string[] words)
    {
        var random = new Random(2);
        for (var i = 0; i < Requests; i++)
        {
            var title = _large.Root.GetPaper(random.Next(_large.PaperCount)).Title!.Span.Start + 3;
            Ask("textDocument/hover", About(title, title));
            Ask("textDocument/definition", About(title, title));
            var copied = _large.Root.GetPaper(i % 100 * (_large.PaperCount / 100)).Title!.Span.Start + 3;
            Ask("textDocument/references", About(copied, copied));
            Ask("workspace/symbol", new JsonObject { ["query"] = words[i] });
        }
    }

    /// <summary>Completes titles after <c>see:</c>, of which no, one, two or three letters are typed, among those of all files.</summary>
    private void Complete(IReadOnlyList<string> typed)
    {
        const string Uri = "untitled:Completion";
        var papers = typed.Select(word => $"A Paper\nsee: {word}\n\nIt has an abstract. It is short.\n\n");
        _server.Notify(
            "textDocument/didOpen",
            new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = Uri,
                    ["languageId"] = "digest",
                    ["version"] = 0,
                    ["text"] = string.Concat(papers),
                },
            }
        );
        for (var i = 0; i < typed.Count; i++)
        {
            Ask(
                "textDocument/completion",
                new JsonObject
                {
                    ["textDocument"] = new JsonObject { ["uri"] = Uri },
                    ["position"] = new JsonObject { ["line"] = (i * 5) + 1, ["character"] = "see: ".Length + typed[i].Length },
                }
            );
        }
    }

    /// <summary>Asks for the semantic tokens, and for what is different after each keystroke.</summary>
    private void Color()
    {
        var last = Ask("textDocument/semanticTokens/full", About(0, 0));
        var random = new Random(3);
        for (var i = 1; i <= Requests && last is not null; i++)
        {
            Type(random);
            var parameters = About(0, 0);
            parameters["previousResultId"] = last.Value.GetProperty("resultId").GetString();
            last = Ask("textDocument/semanticTokens/full/delta", parameters);
        }
    }

    /// <summary>Asks, right behind a keystroke, about the paper in which it was made.</summary>
    private void AskWhileTyping(string[] words)
    {
        var random = new Random(4);
        for (var i = 0; i < Requests / 2; i++)
        {
            foreach (var method in Editors)
            {
                var abstracts = Type(random);
                var parameters = About(abstracts.Start, abstracts.End);
                parameters["query"] = words[i];
                var answer = Ask(method, parameters, ", while typing");
                if (method == "textDocument/prepareCallHierarchy" && answer is { ValueKind: JsonValueKind.Array } items)
                {
                    var item = new JsonObject { ["item"] = JsonNode.Parse(items[0].GetRawText()) };
                    Ask("callHierarchy/outgoingCalls", item.DeepClone().AsObject(), ", while typing");
                    Ask("callHierarchy/incomingCalls", item, ", while typing");
                }
            }
        }
    }

    /// <summary>Types a character in an abstract, which is where the text grows: positions before it stay right.</summary>
    private TextSpan Type(Random random)
    {
        var span = _large.Root.GetPaper(random.Next(_large.PaperCount)).Abstract!.Span;
        var at = Position(span.Start + 40);
        _server.Notify(
            "textDocument/didChange",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = _uri, ["version"] = ++_version },
                ["contentChanges"] = new JsonArray(
                    new JsonObject
                    {
                        ["range"] = new JsonObject { ["start"] = at, ["end"] = at.DeepClone() },
                        ["text"] = "y",
                    }
                ),
            }
        );
        return span;
    }

    /// <summary>Parameters that serve every method: each takes what it knows.</summary>
    private JsonObject About(int start, int end) =>
        new()
        {
            ["textDocument"] = new JsonObject { ["uri"] = _uri },
            ["position"] = Position(start),
            ["positions"] = new JsonArray(Position(start)),
            ["range"] = new JsonObject { ["start"] = Position(start), ["end"] = Position(end) },
            ["context"] = new JsonObject
            {
                ["includeDeclaration"] = true,
                ["diagnostics"] = new JsonArray(),
                ["triggerKind"] = 1,
            },
            ["options"] = new JsonObject { ["tabSize"] = 4, ["insertSpaces"] = true },
        };

    private JsonObject Position(int offset)
    {
        var place = _large.Text.GetLinePosition(offset);
        return new() { ["line"] = place.Line, ["character"] = place.Character };
    }

    private JsonElement? Ask(string method, JsonObject parameters, string when = "")
    {
        try
        {
            var (answer, milliseconds) = _server.Request(method, parameters);
            _figures.Add(new("latency", method + when, 0, "ms", milliseconds));
            return answer;
        }
        catch (InvalidOperationException unknown) when (unknown.Message.Contains("-32601", StringComparison.Ordinal))
        {
            // What the server does not offer, is not measured.
            return null;
        }
    }
}
