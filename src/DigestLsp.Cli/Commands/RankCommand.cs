using System.CommandLine;
using System.Text;
using DigestLsp.Similarity;

namespace DigestLsp.Cli;

/// <summary>
/// <c>digestlsp rank</c>: ranks some documents by how much they are related to another one, so that the ranking's quality can be
/// measured on labelled data.
/// </summary>
internal static class RankCommand
{
    private static readonly Option<string> Documents = new("--documents")
    {
        Description = "Tab-separated values: id, title, abstract. The ranking learns from all of them.",
        Required = true,
    };

    private static readonly Option<string> Query = new("--query")
    {
        Description = "The id of the document to which others are related.",
        Required = true,
    };

    private static readonly Option<string> Candidates = new("--candidates")
    {
        Description = "A file with the ids to rank, one a line, or - for standard input.",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("rank", "Prints ids of documents, those first that are most related to another one.")
        {
            Documents,
            Query,
            Candidates,
        };
        command.SetAction(parsed =>
        {
            var documents = ReadDocuments(parsed.GetRequiredValue(Documents));
            var query = parsed.GetRequiredValue(Query);
            if (!documents.TryGetValue(query, out var words))
            {
                throw new UnusableInputException($"{parsed.GetRequiredValue(Documents)} has no document with the id {query}");
            }
            var candidates = ReadCandidates(parsed.GetRequiredValue(Candidates), documents);
            // Ids stand for contents, so that two documents with the same text keep their own places.
            var ids = documents.Keys.ToDictionary(id => Hash128.Of(Encoding.UTF8.GetBytes(id)));
            var index = RankingIndex.Build([.. ids.Select(id => (id.Key, documents[id.Value]))]);
            foreach (var paper in index.Rank(words, int.MaxValue, content => candidates.Contains(ids[content])))
            {
                Console.Out.WriteLine(ids[paper.Content]);
            }
            return ExitCode.Clean;
        });
        return command;
    }

    private static Dictionary<string, PaperWords> ReadDocuments(string path)
    {
        var documents = new Dictionary<string, PaperWords>();
        foreach (var (line, values) in TabSeparatedFile.Read(path))
        {
            if (line == 1 && string.Equals(values[0], "id", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            if (values.Length < 2)
            {
                throw new UnusableInputException($"{path}:{line}: a document has an id, a title and an abstract, with tabs between them");
            }
            var summary = values.Length > 2 ? values[2] : "";
            if (!documents.TryAdd(values[0], PaperWords.Compute(Encoding.UTF8.GetBytes(values[1]), Encoding.UTF8.GetBytes(summary))))
            {
                throw new UnusableInputException($"{path}:{line}: the id {values[0]} stands on an earlier line too");
            }
        }
        return documents;
    }

    private static HashSet<string> ReadCandidates(string path, Dictionary<string, PaperWords> documents)
    {
        var candidates = new HashSet<string>();
        foreach (var (line, values) in TabSeparatedFile.Read(path))
        {
            if (!documents.ContainsKey(values[0]))
            {
                throw new UnusableInputException($"{path}:{line}: there is no document with the id {values[0]}");
            }
            candidates.Add(values[0]);
        }
        return candidates;
    }
}
