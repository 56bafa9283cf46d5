using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What a server answers about open digests, at the same places whenever it is asked about the same texts.</summary>
internal static class SoakAnswers
{
    private const int Places = 3;

    /// <summary>What rests on how papers are ranked, which is learnt once and kept through edits.</summary>
    private static readonly string[] Ranked = ["textDocument/implementation", "textDocument/codeLens"];

    public static async Task<SortedDictionary<string, string>> OfAsync(SoakEditor editor)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var requests = new SoakRequests(editor);
        foreach (var (name, (text, _)) in editor.Open)
        {
            var random = new Random(text.Length);
            for (var i = 0; i < Places; i++)
            {
                var start = random.Next(text.Length + 1);
                foreach (var method in SoakRequests.Methods.Except(Ranked))
                {
                    var parameters = requests.Parameters(name, start, random.Next(1_000));
                    var answer = await editor.Client.RequestAsync(method, parameters);
                    RemoveCounters(answer);
                    answers[$"{name} {start} {method}"] = answer?.ToJsonString() ?? "nothing";
                }
            }
        }
        return answers;
    }

    /// <summary>Leaves out what is a server's own.</summary>
    private static void RemoveCounters(JsonNode? answer)
    {
        if (answer is JsonObject one)
        {
            one.Remove("resultId");
            one.Remove("$$__handler_id__$$");
        }
        foreach (var part in (answer as JsonObject)?.Select(property => property.Value) ?? answer as JsonArray ?? [])
        {
            RemoveCounters(part);
        }
    }
}
