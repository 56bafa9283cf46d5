using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>A workspace of open documents with a pump, whose turns and whose time a test decides.</summary>
internal sealed class PumpedWorkspace
{
    private readonly Dictionary<string, ImmutableArray<Diagnostic>> _shown = [];

    public PumpedWorkspace()
    {
        Pump = new(
            Workspace,
            (snapshot, document, cancellation) =>
            {
                Computed.Add(document.Path);
                OnCompute(document.Path);
                return DocumentAnalysis.Diagnose(snapshot, document, cancellation);
            },
            (path, version, diagnostics) =>
            {
                Published.Add(path);
                _shown[path] = diagnostics;
                OnPublish(path, version, diagnostics);
            },
            Time,
            NullLogger<DiagnosticsPump>.Instance
        );
    }

    public Workspace Workspace { get; } = new();

    public ManualTime Time { get; } = new();

    public DiagnosticsPump Pump { get; }

    /// <summary>The documents that were computed since the last <see cref="Serve"/> began, in order.</summary>
    public List<string> Computed { get; } = [];

    /// <summary>The documents that were published since the last <see cref="Serve"/> began, in order.</summary>
    public List<string> Published { get; } = [];

    /// <summary>What happens while a document is computed.</summary>
    public Action<string> OnCompute { get; set; } = _ => { };

    /// <summary>What happens when a document is published.</summary>
    public PublishDiagnostics OnPublish { get; set; } = (_, _, _) => { };

    public void Open(string path, string text) => Workspace.Open(path, 1, text);

    /// <summary>Types over the first occurrence of some text.</summary>
    public void Type(string path, string old, string replacement) =>
        Type(path, TextOf(path).ToString().IndexOf(old, StringComparison.Ordinal), old.Length, replacement);

    /// <summary>Types over a stretch of text.</summary>
    public void Type(string path, int start, int length, string replacement)
    {
        var before = Workspace.Current.GetDocument(path)!;
        Pump.NotifyTyping(before);
        var range = TextOf(path).GetLinePositionSpan(new TextSpan(start, length));
        Workspace.Change(path, before.Version!.Value + 1, [new(range, replacement)]);
    }

    /// <summary>Lets the pump do all that there is to do.</summary>
    public void Serve()
    {
        Computed.Clear();
        Published.Clear();
        Pump.ServeAll(CancellationToken.None);
    }

    /// <summary>What is shown of a document.</summary>
    public ImmutableArray<Diagnostic> Shown(string path) => _shown.GetValueOrDefault(path, []);

    /// <summary>A document's text with what is shown of it marked.</summary>
    public string Marked(string path) =>
        MarkedText.Format(
            TextOf(path).ToString(),
            Shown(path).Select(diagnostic => new MarkedSpan(diagnostic.Descriptor.Id, diagnostic.Span))
        );

    private SourceText TextOf(string path) => Workspace.Current.GetDocument(path)!.GetTree()!.Text;
}
