using System.Diagnostics;
using System.Text.Json.Nodes;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Benchmarks;

/// <summary>How long an editor waits for the real executable, over real standard input and output.</summary>
public static class LatencyMeasurements
{
    private const int Keystrokes = 500;
    private const int Starts = 3;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <summary>Measures everything.</summary>
    /// <param name="executable">The published executable.</param>
    public static IEnumerable<Figure> Run(string executable)
    {
        if (!File.Exists(executable))
        {
            throw new FileNotFoundException($"{executable} is not there; ./build.sh --target=Publish makes it", executable);
        }
        using var scene = new LatencyScene();
        var cache = Path.Combine(scene.Folder, ".cache");
        Environment.SetEnvironmentVariable("DIGESTLSP_CACHE", cache);
        var figures = new List<Figure>();
        for (var run = 0; run < Starts; run++)
        {
            using var cold = Start(executable, scene, "cold", figures, () => DeleteFolder(cache));
            WaitForCache(cache);
        }
        for (var run = 0; run < Starts; run++)
        {
            Start(executable, scene, "warm", figures, () => { }).Dispose();
        }
        using (var busy = Start(executable, scene, "warm", figures, () => { }))
        {
            figures.Add(new("latency", "memory while related papers are prepared", 0, "MB", busy.WorkingSet / 1e6));
            Type(busy, scene, figures, Keystrokes / 5, ", while related papers are prepared");
        }
        using var server = Start(executable, scene, "warm", figures, () => { });
        WaitForRest(server);
        figures.Add(new("latency", "memory at rest", 0, "MB", server.WorkingSet / 1e6));
        Type(server, scene, figures, Keystrokes, string.Empty);
        figures.AddRange(RequestMeasurements.Run(server, scene, Keystrokes));
        figures.Add(new("latency", "memory at the end", 0, "MB", server.WorkingSet / 1e6));
        Thread.Sleep(TimeSpan.FromSeconds(30));
        figures.Add(new("latency", "memory half a minute later", 0, "MB", server.WorkingSet / 1e6));
        return figures;
    }

    /// <summary>The server writes its cache when all is said.</summary>
    private static void WaitForCache(string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.facts", SearchOption.AllDirectories).Length == 0)
        {
            if (Stopwatch.GetElapsedTime(begun) > ServerConnection.Patience)
            {
                throw new TimeoutException("The server wrote no cache");
            }
            Thread.Sleep(50);
        }
    }

    /// <summary>What nobody asked for yet is prepared after the last diagnostics.</summary>
    private static void WaitForRest(ServerConnection server)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var spent = TimeSpan.Zero; server.ProcessorTime - spent > TimeSpan.FromMilliseconds(50); )
        {
            spent = server.ProcessorTime;
            if (Stopwatch.GetElapsedTime(begun) > ServerConnection.Patience)
            {
                return;
            }
            Thread.Sleep(Silence);
        }
    }

    private static ServerConnection Start(string executable, LatencyScene scene, string state, List<Figure> figures, Action prepare)
    {
        prepare();
        var started = Stopwatch.GetTimestamp();
        var server = new ServerConnection(executable, "lsp");
        server.Request("initialize", Initialize(scene));
        Add("start → initialize", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        var initialized = server.Notify("initialized", new JsonObject());
        double? first = null;
        var last = 0.0;
        var (memory, looked) = (0L, double.NegativeInfinity);
        while (server.TryTake(first is null ? ServerConnection.Patience : Silence) is { } message)
        {
            if (message.Method == "textDocument/publishDiagnostics")
            {
                last = Stopwatch.GetElapsedTime(initialized, message.Timestamp).TotalMilliseconds;
                first ??= last;
                // Not at each of a thousand: to look takes longer than to send one.
                if (last - looked > 20)
                {
                    (memory, looked) = (server.WorkingSet, last);
                }
            }
        }
        Add($"initialized → first diagnostics, {state}", first ?? throw new TimeoutException("The server said nothing of the folder"));
        Add($"initialized → last diagnostics, {state}", last);
        figures.Add(new("latency", $"memory at the last diagnostics, {state}", 0, "MB", memory / 1e6));
        return server;

        void Add(string what, double milliseconds) => figures.Add(new("latency", what, 0, "ms", milliseconds));
    }

    private static void Type(ServerConnection server, LatencyScene scene, List<Figure> figures, int keystrokes, string when)
    {
        var uri = new Uri(scene.LargeFile).AbsoluteUri;
        var opened = server.Notify(
            "textDocument/didOpen",
            new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = uri,
                    ["languageId"] = "digest",
                    ["version"] = 0,
                    ["text"] = scene.LargeText,
                },
            }
        );
        figures.Add(new("latency", $"didOpen → diagnostics, 10 MB{when}", 0, "ms", Wait(0, opened)));
        var tree = SyntaxTree.Parse(SourceText.From(scene.LargeText));
        var random = new Random(1);
        var paper = 0;
        var before = server.ProcessorTime;
        for (var version = 1; version <= keystrokes; version++)
        {
            // Ten characters in one abstract, then on to another one.
            paper = version % 10 == 1 ? random.Next(tree.PaperCount) : paper;
            var position = tree.Text.GetLinePosition(tree.Root.GetPaper(paper).Abstract!.Span.Start + 40 + (version % 10));
            var at = new JsonObject { ["line"] = position.Line, ["character"] = position.Character };
            var range = new JsonObject { ["start"] = at, ["end"] = at.DeepClone() };
            Thread.Sleep(random.Next(5, 40));
            var sent = server.Notify(
                "textDocument/didChange",
                new JsonObject
                {
                    ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
                    ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = range, ["text"] = "x" }),
                }
            );
            figures.Add(new("latency", $"didChange → diagnostics, 10 MB{when}", 0, "ms", Wait(version, sent)));
        }
        var spent = (server.ProcessorTime - before).TotalMilliseconds / keystrokes;
        figures.Add(new("latency", $"processor time of one didChange, all threads{when}", 0, "ms", spent));

        double Wait(int version, long sent)
        {
            var told = server.WaitFor(message =>
                message.Method == "textDocument/publishDiagnostics"
                && message.Body.GetProperty("params") is var parameters
                && parameters.TryGetProperty("version", out var of)
                && of.GetInt32() == version
            );
            return Stopwatch.GetElapsedTime(sent, told.Timestamp).TotalMilliseconds;
        }
    }

    private static JsonObject Initialize(LatencyScene scene)
    {
        var uri = new Uri(scene.Folder).AbsoluteUri;
        return new()
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = uri,
            ["capabilities"] = new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["publishDiagnostics"] = new JsonObject { ["versionSupport"] = true, ["relatedInformation"] = true },
                    ["hover"] = new JsonObject { ["contentFormat"] = new JsonArray("markdown") },
                    ["completion"] = new JsonObject(),
                    ["codeAction"] = new JsonObject
                    {
                        ["codeActionLiteralSupport"] = new JsonObject
                        {
                            ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("quickfix", "source") },
                        },
                        ["dataSupport"] = true,
                        ["resolveSupport"] = new JsonObject { ["properties"] = new JsonArray("edit") },
                    },
                    ["documentSymbol"] = new JsonObject { ["hierarchicalDocumentSymbolSupport"] = true },
                    ["rename"] = new JsonObject { ["prepareSupport"] = true },
                },
                ["workspace"] = new JsonObject { ["workspaceFolders"] = true, ["symbol"] = new JsonObject() },
                ["experimental"] = JsonNode.Parse("""{ "commands": { "commands": ["digestlsp.showReferences"] } }"""),
            },
            ["initializationOptions"] = JsonNode.Parse("""{ "digestlsp": { "inlayHints": { "duplicates": true } } }"""),
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = uri, ["name"] = "digests" }),
        };
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
