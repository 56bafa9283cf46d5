using System.Diagnostics;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Similarity.Storage;
using DigestLsp.Workspaces;

namespace DigestLsp.Benchmarks;

/// <summary>What it costs to load 1,000 digests with 60,000 papers and to find all there is to say of them, from their files and from the cache.</summary>
public static class LoadMeasurements
{
    private const int Files = 1_000;
    private const int IndexedPapers = 100_000;
    private const int Runs = 7;

    /// <summary>Measures everything.</summary>
    public static IEnumerable<Figure> Run()
    {
        var root = Directory.CreateTempSubdirectory("digestlsp-load");
        try
        {
            return [.. Load(root.FullName), .. ReadIndex(Path.Combine(root.FullName, "index"))];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static IEnumerable<Figure> Load(string root)
    {
        var digests = Path.Combine(root, "digests");
        var folder = new CacheFolder(Path.Combine(root, "cache"));
        yield return new("load", "digests", 0, "MB", SampleFolder.Create(digests, Files) / 1e6);
        var empty = Live();
        Workspace? workspace = null;
        foreach (var figure in Measure("cold: load", () => workspace = Loaded(digests, null)))
        {
            yield return figure;
        }
        yield return new("load", "cold: kept in memory", 0, "MB", (Live() - empty) / 1e6);
        foreach (var figure in Measure("cold: all diagnostics after that", () => Diagnose(workspace!)))
        {
            yield return figure;
        }
        var cache = AnalysisCache.In(folder);
        workspace = Loaded(digests, cache);
        foreach (var figure in Measure("write the cache", () => cache.Save(workspace.Current)))
        {
            yield return figure;
        }
        yield return new("load", "file of the cache", 0, "MB", folder.GetFiles()[0].Length / 1e6);
        workspace = null;
        foreach (var figure in Measure("from the cache: load", () => workspace = Loaded(digests, AnalysisCache.In(folder))))
        {
            yield return figure;
        }
        yield return new("load", "from the cache: kept in memory", 0, "MB", (Live() - empty) / 1e6);
        foreach (var figure in Measure("from the cache: all diagnostics after that", () => Diagnose(workspace!)))
        {
            yield return figure;
        }
        foreach (var figure in Measure("compare all digests with the cache, later", () => Verify(digests, folder)))
        {
            yield return figure;
        }
    }

    private static IEnumerable<Figure> ReadIndex(string path)
    {
        var invented = new InventedPapers();
        var facts = new PaperFacts[IndexedPapers];
        for (var i = 0; i < facts.Length; i++)
        {
            var (title, text) = invented.Next();
            facts[i] = PaperFacts.Compute(Encoding.UTF8.GetBytes(title), Encoding.UTF8.GetBytes(text));
        }
        using (var writer = new StoredFileWriter(File.Create(path)))
        {
            StoredPapers.Write(writer, DuplicateIndex.Build(facts));
            writer.Complete("");
        }
        return Measure(
            $"read the index of {IndexedPapers:#,0} papers",
            () =>
            {
                using var file = StoredFile.Open(File.OpenHandle(path), "");
                StoredPapers.Read(file);
            }
        );
    }

    private static Workspace Loaded(string digests, FactsCache? cache)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        workspace.Load([digests]);
        return workspace;
    }

    private static void Diagnose(Workspace workspace)
    {
        foreach (var document in workspace.Current.Documents)
        {
            DocumentAnalysis.Diagnose(workspace.Current, document);
        }
    }

    private static void Verify(string digests, CacheFolder folder)
    {
        var workspace = Loaded(digests, AnalysisCache.In(folder));
        while (workspace.Verify(Files)) { }
    }

    private static IEnumerable<Figure> Measure(string what, Action work)
    {
        var passed = new double[Runs];
        var spent = new double[Runs];
        using var process = Process.GetCurrentProcess();
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            process.Refresh();
            var before = process.TotalProcessorTime;
            var start = Stopwatch.GetTimestamp();
            work();
            passed[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            process.Refresh();
            spent[run] = (process.TotalProcessorTime - before).TotalSeconds;
        }
        Array.Sort(passed);
        Array.Sort(spent);
        yield return new("load", what, 0, "s", passed[Runs / 2]);
        yield return new("load", what, 0, "s of processors", spent[Runs / 2]);
    }

    private static long Live()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
