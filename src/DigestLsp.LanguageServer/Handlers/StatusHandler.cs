using DigestLsp.Workspaces;
using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>digestlsp/status</c>: what a status bar shows, and whoever looks for a fault wants to know. With <c>collectGarbage</c> only
/// memory that is in use counts, at the price of a pause.
/// </summary>
internal sealed class StatusHandler(Answers answers, BackgroundWork background, DiagnosticsPump pump)
{
    public Task<JToken> Handle(JObject? request, CancellationToken cancellation)
    {
        // Both at this place in the stream: what was asked for before is under way or done.
        var quiescent = background.IsIdle && pump.IsIdle;
        var collectGarbage = request?["collectGarbage"] is JValue { Value: true };
        return answers.Of<JToken>(
            snapshot => new JObject
            {
                ["files"] = snapshot.DocumentCount,
                ["openFiles"] = snapshot.Documents.Count(document => document.IsOpen),
                ["papers"] = snapshot.Documents.Sum(document => document.Papers.Length),
                ["duplicates"] = snapshot.Documents.Sum(document => CopiesIn(snapshot, document, cancellation)),
                ["quiescent"] = quiescent,
                ["lastLatencyMilliseconds"] = Math.Round(pump.LastLatency.TotalMilliseconds, 2),
                ["heapBytes"] = collectGarbage ? MemoryInUse() : GC.GetTotalMemory(forceFullCollection: false),
                ["workingSetBytes"] = Environment.WorkingSet,
            },
            cancellation
        );
    }

    /// <summary>
    /// What is left after a collection, in bytes. <see cref="GC.GetTotalMemory"/> takes free room within the heap for larger than it is
    /// now and then, and tells of a third too little.
    /// </summary>
    private static long MemoryInUse()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        var memory = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return memory.HeapSizeBytes - memory.FragmentedBytes;
    }

    /// <summary>The papers of a document of which another copy stands before them.</summary>
    private static int CopiesIn(Snapshot snapshot, Document document, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var place in snapshot.PlacesWithCopies(document))
        {
            cancellation.ThrowIfCancellationRequested();
            if (snapshot.CopiesOf(place) is [{ Place: var first }, ..] && first.CompareTo(place) < 0)
            {
                count++;
            }
        }
        return count;
    }
}
