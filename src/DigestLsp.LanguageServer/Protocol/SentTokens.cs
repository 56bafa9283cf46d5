using System.Collections.Concurrent;
using System.Globalization;
using DigestLsp.Features;
using DigestLsp.Workspaces;

namespace DigestLsp.LanguageServer;

/// <summary>The last tokens that were sent of each open document, so that the next answer can be a difference.</summary>
internal sealed class SentTokens
{
    private readonly ConcurrentDictionary<string, (string Id, SemanticTokens Tokens)> _last = new();
    private int _lastId;

    /// <summary>The tokens that went by an id, null where others were sent since.</summary>
    public SemanticTokens? Find(Document document, string id) =>
        _last.TryGetValue(document.Path, out var sent) && sent.Id == id ? sent.Tokens : null;

    /// <summary>Keeps what is sent, under an id of its own, and forgets what is no longer open.</summary>
    public (string Id, SemanticTokens Tokens) Keep(Snapshot snapshot, Document document, SemanticTokens tokens)
    {
        foreach (var path in _last.Keys.Where(path => snapshot.GetDocument(path) is not { IsOpen: true }))
        {
            _last.TryRemove(path, out _);
        }
        var sent = (Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture), tokens);
        if (document.IsOpen)
        {
            _last[document.Path] = sent;
        }
        return sent;
    }
}
