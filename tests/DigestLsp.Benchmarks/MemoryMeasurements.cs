using System.Runtime;
using DigestLsp.Syntax;
using DigestLsp.Text;

namespace DigestLsp.Benchmarks;

/// <summary>What text and tree occupy, when fresh and after many edits.</summary>
public static class MemoryMeasurements
{
    private const int Megabytes = 10;
    private const int Edits = 1_000_000;

    public static IEnumerable<Figure> Run()
    {
        var bytes = SampleDigest.Create(Megabytes * 1_000_000);
        var empty = Live();
        var text = SourceText.From(bytes);
        var withText = Live();
        SyntaxTree? tree = SyntaxTree.Parse(text);
        var withTree = Live();
        yield return new("memory", "text", Megabytes, "bytes/byte", (double)(withText - empty) / bytes.Length);
        yield return new("memory", "tree", Megabytes, "bytes/paper", (double)(withTree - withText) / tree.PaperCount);

        if (tree.GetDiagnostics().Any())
        {
            throw new InvalidOperationException("the sample digest is not well-formed");
        }
        text = SourceText.Empty;
        var (edited, most) = Edit(tree);
        tree = null;
        var afterEdits = Live() - empty;
        yield return new("memory", "most that one of a million edits allocates", Megabytes, "bytes", most);
        yield return new("memory", "text and tree after a million edits", Megabytes, "× fresh", afterEdits / Fresh(edited));
        GC.KeepAlive(bytes);
    }

    /// <summary>Typing and deleting at random places, so that the length stays about what it was.</summary>
    private static (SyntaxTree Tree, long MostAllocated) Edit(SyntaxTree tree)
    {
        var random = new Random(1);
        var most = 0L;
        for (var i = 0; i < Edits; i++)
        {
            var position = random.Next(tree.Text.Length);
            var change = (i & 1) == 0 ? new TextChange(new(position, 0), "x") : new TextChange(new(position, 1), "");
            var before = GC.GetAllocatedBytesForCurrentThread();
            tree = tree.WithChanges(change);
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return (tree, most);
    }

    /// <summary>What the same text and its tree occupy when both are made afresh.</summary>
    private static double Fresh(SyntaxTree edited)
    {
        var utf8 = new MemoryStream();
        edited.Text.WriteUtf8To(utf8);
        var bytes = utf8.ToArray();
        var before = Live();
        var tree = SyntaxTree.Parse(SourceText.From(bytes));
        var after = Live();
        GC.KeepAlive(utf8);
        GC.KeepAlive(bytes);
        GC.KeepAlive(tree);
        return after - before;
    }

    private static long Live()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
