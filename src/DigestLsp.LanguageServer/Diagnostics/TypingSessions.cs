using System.Collections.Concurrent;
using DigestLsp.Workspaces;

namespace DigestLsp.LanguageServer;

/// <summary>Knows which documents are being typed in, and what they were when the typing began.</summary>
/// <param name="time">The clock.</param>
/// <param name="rested">Told the path of a document in which nothing was typed for <see cref="Rest"/>.</param>
internal sealed class TypingSessions(TimeProvider time, Action<string> rested)
{
    /// <summary>How long nothing is typed before the typing counts as over.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    /// <summary>Whether any document is being typed in.</summary>
    public bool Any => !_sessions.IsEmpty;

    /// <summary>Something was typed.</summary>
    /// <param name="before">The document without it.</param>
    public void Typed(Document before)
    {
        var session = _sessions.GetOrAdd(
            before.Path,
            _ => new(before, time.CreateTimer(OnTimer, before.Path, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan))
        );
        session.Timer.Change(Rest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The typing is over: the document was saved or closed.</summary>
    public void End(string path)
    {
        if (_sessions.TryRemove(path, out var session))
        {
            session.Timer.Dispose();
        }
    }

    /// <summary>The document as it was before the typing began; null where none goes on.</summary>
    public Document? BeforeTyping(string path) => _sessions.TryGetValue(path, out var session) ? session.Before : null;

    private void OnTimer(object? path)
    {
        End((string)path!);
        rested((string)path!);
    }

    private sealed record Session(Document Before, ITimer Timer);
}
