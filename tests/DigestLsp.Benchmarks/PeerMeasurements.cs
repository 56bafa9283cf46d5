using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DigestLsp.Similarity;

namespace DigestLsp.Benchmarks;

/// <summary>
/// Signatures, the index for related papers and one query of it, of DigestLsp and of what one would use instead, on the same papers in one
/// run. All is processor time, since there may be other work on the machine.
/// </summary>
/// <param name="tools">The folder in which the script that starts this has installed packages.</param>
public sealed partial class PeerMeasurements(string tools)
{
    private const int Rounds = 3;
    private const int Queries = 20;
    private const int Hits = 10;

    /// <summary>The package's signatures take milliseconds each.</summary>
    private const int SignedByMinhash = 1000;

    /// <summary>Measures everything; a peer that is not installed has no figures.</summary>
    public IEnumerable<Figure> Run()
    {
        (string Title, string Abstract)[] papers =
        [
            .. (ArchivePapers.Read() ?? throw new InvalidOperationException("DIGEST_CORPUS is not set: there are no papers")).Distinct(),
        ];
        (byte[] Title, byte[] Abstract)[] texts =
        [
            .. papers.Select(paper => (Encoding.UTF8.GetBytes(paper.Title), Encoding.UTF8.GetBytes(paper.Abstract))),
        ];
        int[] queries = [.. Enumerable.Range(0, Queries).Select(i => i * (papers.Length / Queries))];
        yield return new("peers", "papers", 0, "papers", papers.Length);

        // Machine code is at its best after a while: one round is for nothing.
        var facts = new PaperFacts[texts.Length];
        double[] signing = [.. Times(Rounds + 1, () => Sign(texts, facts))[1..]];
        RankingIndex? ranking = null;
        double[] indexing = Times(Rounds, () => ranking = Index(texts));
        double[] asking = [.. queries.SelectMany(i => Times(Rounds, () => Ask(ranking!, texts[i])))];
        yield return new("peers", "signatures, DigestLsp", 0, "papers/s", texts.Length / Median(signing));
        yield return new("peers", "index, DigestLsp", 0, "papers/s", texts.Length / Median(indexing));
        yield return new("peers", "query, DigestLsp", 0, "ms", 1000 * Median(asking));

        if (Minhash(papers) is { Length: > 0 } minhash)
        {
            yield return new("peers", "signatures, minhash", 0, "papers/s", SignedByMinhash / Median(minhash));
        }
        if (Sqlite(papers, queries) is { Indexing.Length: > 0, Asking.Length: > 0 } sqlite)
        {
            yield return new("peers", "index, SQLite", 0, "papers/s", papers.Length / Median(sqlite.Indexing));
            yield return new("peers", "query, SQLite", 0, "ms", 1000 * Median(sqlite.Asking));
        }
    }

    private static void Sign((byte[] Title, byte[] Abstract)[] texts, PaperFacts[] facts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            facts[i] = PaperFacts.Compute(texts[i].Title, texts[i].Abstract);
        }
    }

    private static RankingIndex Index((byte[] Title, byte[] Abstract)[] texts) =>
        RankingIndex.Build([.. texts.Select((text, i) => (new Hash128(0, (ulong)i), PaperWords.Compute(text.Title, text.Abstract)))]);

    private static void Ask(RankingIndex ranking, (byte[] Title, byte[] Abstract) text) =>
        ranking.Rank(PaperWords.Compute(text.Title, text.Abstract), Hits);

    private double[] Minhash((string Title, string Abstract)[] papers)
    {
        var file = Path.GetTempFileName();
        try
        {
            var step = papers.Length / SignedByMinhash;
            File.WriteAllLines(
                file,
                papers.Where((_, i) => i % step == 0).Take(SignedByMinhash).Select(paper => $"{paper.Title}\t{paper.Abstract}")
            );
            var script = Path.Combine(PerformanceReport.Folder, "..", "..", "tests", "peers", "minhash.mjs");
            return Directory.Exists(Path.Combine(tools, "node_modules", "minhash"))
                ? [.. Output("node", [script, tools, file, $"{Rounds}"], "").Select(Seconds)]
                : [];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>SQLite's full-text index FTS5 in memory, filled from a table in memory in one transaction.</summary>
    private static (double[] Indexing, double[] Asking) Sqlite((string Title, string Abstract)[] papers, int[] queries)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Concat(papers.Select(paper => $"{paper.Title}\x1f{paper.Abstract}\x1e")));
            var script = new StringBuilder(
                $".mode ascii\nCREATE TABLE papers(title, abstract);\n.import --ascii {file} papers\n.mode list\n"
            );
            for (var round = 0; round < Rounds; round++)
            {
                script.Append(
                    "DROP TABLE IF EXISTS found;\nCREATE VIRTUAL TABLE found USING fts5(title, abstract);\n.print index\n.timer on\n"
                );
                script.Append("INSERT INTO found(rowid, title, abstract) SELECT rowid, title, abstract FROM papers;\n.timer off\n");
            }
            script.Append(".print query\n.timer on\n");
            foreach (var (title, text) in queries.SelectMany(i => Enumerable.Repeat(papers[i], Rounds)))
            {
                var words = Word().Matches($"{title} {text}").Select(word => word.Value.ToLowerInvariant()).Distinct();
                var match = string.Join(" OR ", words.Select(word => $"\"{word}\""));
                script.Append(
                    CultureInfo.InvariantCulture,
                    $"SELECT count(*) FROM (SELECT rowid FROM found WHERE found MATCH '{match}' ORDER BY bm25(found) LIMIT {Hits});\n"
                );
            }
            string[] lines = [.. Output("sqlite3", ["-batch", ":memory:"], script.ToString())];
            var asked = Array.IndexOf(lines, "query");
            return asked < 0
                ? ([], [])
                : ([.. lines[..asked].Where(IsTime).Select(TimeOf)], [.. lines[asked..].Where(IsTime).Select(TimeOf)]);
        }
        finally
        {
            File.Delete(file);
        }

        static bool IsTime(string line) => line.StartsWith("Run Time:", StringComparison.Ordinal);

        static double TimeOf(string line) => line.Split(' ') is [.., "user", var user, "sys", var sys] ? Seconds(user) + Seconds(sys) : 0;
    }

    /// <summary>The lines that a program prints; none where it is not installed.</summary>
    private static List<string> Output(string program, string[] arguments, string input)
    {
        var lines = new List<string>();
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }
            )!;
            var writing = Task.Run(() =>
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            });
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
            }
            writing.Wait();
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine($"{program} is not installed");
        }
        return lines;
    }

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double[] Times(int rounds, Action run)
    {
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var start = Environment.CpuUsage.TotalTime;
            run();
            times[i] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }
        return times;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
