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
            (path, _, diagnostics) =>
            {
                Published.Add(path);
                _shown[path] = diagnostics;
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

    public void Open(string path, string text) => Workspace.Open(path, 1, text);

    /// <summary>Types over the first occurrence of some text.</summary>
    public void Type(string path, string old, string replacement)
    {
        var before = Workspace.Current.GetDocument(path)!;
        var text = before.GetTree()!.Text;
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        var range = text.GetLinePositionSpan(new TextSpan(start, old.Length));
        Workspace.Change(path, before.Version!.Value + 1, [new(range, replacement)]);
        Pump.NotifyEdited(before);
    }

    /// <summary>Lets the pump do all that there is to do.</summary>
    public void Serve()
    {
        Computed.Clear();
        Published.Clear();
        Pump.ServeAll(CancellationToken.None);
    }

    /// <summary>A document's text with what is shown of it marked.</summary>
    public string Marked(string path) =>
        MarkedText.Format(
            Workspace.Current.GetDocument(path)!.GetTree()!.Text.ToString(),
            _shown.GetValueOrDefault(path, []).Select(diagnostic => new MarkedSpan(diagnostic.Descriptor.Id, diagnostic.Span))
        );
}
