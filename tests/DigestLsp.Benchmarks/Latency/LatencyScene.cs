namespace DigestLsp.Benchmarks;

/// <summary>
/// A folder as a curator of many years has it: 1,000 digests with 60,000 papers, about 108 MB; and one digest of 10 MB with 200
/// findings, half of them papers that other digests have, half repeated words.
/// </summary>
public sealed class LatencyScene : IDisposable
{
    private const int Files = 1_000;
    private const int PapersPerFile = 60;
    private const int LargePapers = 5_800;
    private const int Findings = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestlsp-latency");

    public LatencyScene()
    {
        var papers = new InventedPapers();
        var copied = new List<(string, string)>();
        for (var file = 0; file < Files; file++)
        {
            var some = Enumerable.Range(0, PapersPerFile).Select(_ => papers.Next()).ToList();
            if (copied.Count < Findings)
            {
                copied.Add(some[0]);
            }
            File.WriteAllText(Path.Combine(Folder, $"digest-{file:D4}.digest"), InventedPapers.Digest(2000 + (file % 25), some));
        }
        var many = Enumerable.Range(0, LargePapers).Select(_ => papers.Next()).ToList();
        for (var i = 0; i < Findings; i++)
        {
            var place = i * (LargePapers / Findings);
            many[place] = copied[i];
            many[place + 1] = (
                many[place + 1].Title,
                many[place + 1].Abstract.Insert(many[place + 1].Abstract.IndexOf("The ", 4) + 4, "the ")
            );
        }
        LargeText = InventedPapers.Digest(2026, many);
        LargeFile = Path.Combine(Folder, "large.digest");
        File.WriteAllText(LargeFile, LargeText);
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The digest of 10 MB.</summary>
    public string LargeFile { get; }

    /// <summary>Its text.</summary>
    public string LargeText { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
