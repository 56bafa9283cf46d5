using System.Text;
using DigestLsp.Testing;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>Real digests are well-formed, and the parser says so.</summary>
public class CorpusTests
{
    [CorpusFact]
    public void The_seeds_hold_407_papers_and_nothing_amiss()
    {
        var files = Directory.GetFiles(Corpus.PathOf("seeds"), "*.txt");

        Assert.Equal(5, files.Length);
        Assert.Equal(407, files.Sum(PapersOfFlawless));
    }

    [CorpusFact]
    public void Every_digest_holds_the_papers_that_are_listed_of_it_and_nothing_amiss()
    {
        var papers = 0;
        var files = 0;
        foreach (var list in Directory.GetFiles(Corpus.PathOf("digests"), "*.ids.tsv"))
        {
            var folder = list[..^".ids.tsv".Length];
            foreach (var listed in File.ReadLines(list).CountBy(line => line[..line.IndexOf('\t')]))
            {
                Assert.Equal(listed.Value, PapersOfFlawless(Path.Combine(folder, listed.Key)));
                papers += listed.Value;
                files++;
            }
        }
        Assert.Equal((373, 8_003), (files, papers));
    }

    private static int PapersOfFlawless(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var tree = SyntaxTree.Parse(SourceText.From(bytes));
        Assert.True(
            !tree.GetDiagnostics().Any(),
            string.Join('\n', tree.GetDiagnostics().Select(found => $"{file}: {found.Fact}: {tree.Text.ToString(found.Span)}"))
        );
        TreeCheck.Covers(tree, Encoding.UTF8.GetString(bytes));
        Assert.True(SyntaxTree.Parse(SourceText.Adopt(bytes)).HasSameShape(tree));
        return tree.PaperCount;
    }
}
