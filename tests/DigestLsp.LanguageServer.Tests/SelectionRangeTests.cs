using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary><c>textDocument/selectionRange</c> as clients get it.</summary>
public sealed class SelectionRangeTests
{
    [Fact]
    public async Task Each_position_has_its_own_chain_up_to_the_whole_file()
    {
        var text = Papers.Digest("Mar 11", Papers.Kites, Papers.Bread);
        using var session = await DigestSession.StartAsync(("a.digest", text));
        session.Open("a.digest");
        session.Replace("a.digest", "It holds", "It pulls");
        text = session.TextOf("a.digest");

        var found = (
            await session.Client.RequestAsync(
                "textDocument/selectionRange",
                new JsonObject
                {
                    ["textDocument"] = new JsonObject { ["uri"] = session.UriOf("a.digest") },
                    ["positions"] = new JsonArray(
                        EditorText.PositionOf(text, text.IndexOf("Thermometer", StringComparison.Ordinal)),
                        EditorText.PositionOf(text, text.IndexOf("pulls", StringComparison.Ordinal)),
                        new JsonObject { ["line"] = 1000, ["character"] = 1000 }
                    ),
                }
            )
        )!.AsArray();

        Assert.Equal(3, found.Count);
        Assert.Equal(["Thermometer", Papers.BreadTitle, Papers.Bread.TrimEnd()], Chain(found[0]!).Take(3));
        Assert.Equal(
            ["pulls", "It pulls the kite in gusts that defeat a controller with a camera, and it works at night."],
            Chain(found[1]!).Take(2)
        );
        Assert.All(found, chain => Assert.Equal(text, Chain(chain!).Last()));

        IEnumerable<string> Chain(JsonNode? range)
        {
            for (; range is not null; range = range["parent"])
            {
                yield return EditorText.Covered(text, range["range"]!);
            }
        }
    }
}
