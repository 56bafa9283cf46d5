using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary><c>workspace/executeCommand</c> with what no client should send.</summary>
public sealed class ExecuteCommandTests
{
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;

    [Fact]
    public async Task Unknown_commands_and_arguments_that_make_no_sense_are_answered_as_such()
    {
        (int Code, string Command, string? Arguments)[] wrong =
        [
            (MethodNotFound, "digestlsp.noSuchCommand", "[]"),
            (MethodNotFound, "", "[]"),
            (InvalidParams, "digestlsp.markDifferent", null),
            (InvalidParams, "digestlsp.markDifferent", "[]"),
            (InvalidParams, "digestlsp.markDifferent", "[null]"),
            (InvalidParams, "digestlsp.markDifferent", """["a", "b"]"""),
            (InvalidParams, "digestlsp.markDifferent", """[{"path": "/a.digest", "paper": "no hash", "others": []}]"""),
            (InvalidParams, "digestlsp.markIntended", """[{"path": 7, "papers": ["00000000000000000000000000000000"]}]"""),
            (InvalidParams, "digestlsp.markIntended", """[{"path": "/a.digest", "papers": []}]"""),
            (InvalidParams, "digestlsp.acceptFinding", """[{"path": "/a", "rule": "DG2001", "message": "m", "range": [0, 1, 2]}]"""),
            (InvalidParams, "digestlsp.takeBack", """[{"path": "/a", "what": "Nothing", "paper": null, "rule": null}]"""),
            (InvalidParams, "digestlsp.acceptFinding", """[{"path": "/a", "rule": "DG2001", "message": "m", "range": [0, -1, 9e99, 2]}]"""),
        ];
        using var session = await DigestSession.StartAsync(("a.digest", Papers.Digest("Mar 11", Papers.Kites)));
        session.Open("a.digest");
        foreach (var (code, command, arguments) in wrong)
        {
            var request = new JsonObject { ["command"] = command };
            if (arguments is not null)
            {
                request["arguments"] = JsonNode.Parse(arguments);
            }

            var error = await Assert.ThrowsAsync<LspErrorException>(() => session.Client.RequestAsync("workspace/executeCommand", request));

            Assert.Equal(code, error.Code);
            // No stack trace.
            Assert.DoesNotContain("   at ", error.Message + error.Details?.ToJsonString(), StringComparison.Ordinal);
        }
        Assert.NotNull(await session.AskAsync("textDocument/foldingRange", "a.digest"));
        Assert.False(Directory.Exists(session.Folder.PathOf(".digestlsp")));
    }
}
