using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>A folder of invented digests, the same at every run, in which one paper of twenty stands in an earlier digest too and one of thirty has something to mend.</summary>
public static class SampleFolder
{
    private const int PapersPerFile = 60;
    private const int PapersPerCopy = 20;
    private const int PapersPerDefect = 30;
    private const int MostCopied = 2_000;
    private const int FirstYear = 1025;

    /// <summary>Writes as many files and returns how many bytes they have together.</summary>
    public static long Create(string folder, int files)
    {
        Directory.CreateDirectory(folder);
        var invented = new InventedPapers();
        var random = new Random(1);
        var copied = new List<(string Title, string Abstract)>();
        var bytes = 0L;
        for (var file = 0; file < files; file++)
        {
            var papers = new List<(string Title, string Abstract)>();
            for (var i = 0; i < PapersPerFile; i++)
            {
                if (i % PapersPerCopy == 0 && copied.Count > 0)
                {
                    papers.Add(copied[random.Next(copied.Count)]);
                    continue;
                }
                var paper = invented.Next();
                paper.Abstract += i % PapersPerDefect == 1 ? " Bells &amp; towers remain." : "";
                papers.Add(paper);
                if (copied.Count < MostCopied)
                {
                    copied.Add(paper);
                }
            }
            var utf8 = Encoding.UTF8.GetBytes(InventedPapers.Digest(FirstYear + file, papers));
            bytes += utf8.Length;
            File.WriteAllBytes(Path.Combine(folder, $"{file:0000}.digest"), utf8);
        }
        return bytes;
    }
}
