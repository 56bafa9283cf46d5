using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What the server tells of itself.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task It_counts_files_papers_and_later_copies()
    {
        using var session = await DigestSession.StartAsync(
            ("a.digest", Papers.Digest("Mar 11", Papers.Kites, Papers.Bread)),
            ("b.digest", Papers.Digest("Mar 12", Papers.Kites, Papers.Moths, Papers.Kites))
        );
        session.Open("a.digest");
        var status = await SettledAsync(session);
        Assert.Equal((2, 1, 5, 2), ((int)status["files"]!, (int)status["openFiles"]!, (int)status["papers"]!, (int)status["duplicates"]!));
        Assert.Equal(0, (double)status["lastLatencyMilliseconds"]!);
        Assert.True((long)status["heapBytes"]! > 0 && (long)status["workingSetBytes"]! > (long)status["heapBytes"]!);
    }

    [Fact]
    public async Task It_tells_how_long_the_last_change_took()
    {
        using var session = await DigestSession.StartAsync(("a.digest", Papers.Digest("Mar 11", Papers.Kites)));
        session.Open("a.digest");
        session.Replace("a.digest", "Mar 11", "Mar 12");
        Assert.InRange((double)(await SettledAsync(session))["lastLatencyMilliseconds"]!, 0.01, 60_000);
    }

    [Fact]
    public async Task While_something_is_left_to_say_it_is_not_quiescent()
    {
        using var session = await DigestSession.StartAsync();
        session.Open("a.digest", Papers.Digest("Mar 11", Papers.Kites));
        session.Replace("a.digest", "Mar 11", "Mar 12");
        Assert.False((bool)(await session.Client.RequestAsync("digestlsp/status"))!["quiescent"]!);
        await SettledAsync(session);
    }

    [Fact]
    public async Task A_request_for_the_text_of_nothing_is_refused()
    {
        using var client = await LspClient.StartAsync();
        foreach (
            var parameters in new[]
            {
                "{}",
                """{"textDocument":7}""",
                """{"textDocument":{"uri":17}}""",
                """{"textDocument":{"uri":"no uri"}}""",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<LspErrorException>(() =>
                client.RequestAsync("digestlsp/viewFileText", JsonNode.Parse(parameters))
            );
            Assert.Equal(-32602, refused.Code);
        }
    }

    private static async Task<JsonNode> SettledAsync(DigestSession session)
    {
        for (var patience = DateTime.UtcNow + ServerProcess.Patience; ; await Task.Delay(20))
        {
            var status = await session.Client.RequestAsync("digestlsp/status");
            if ((bool)status!["quiescent"]!)
            {
                return status;
            }
            Assert.True(DateTime.UtcNow < patience, $"The server never comes to rest. Its log:\n{session.Client.Log}");
        }
    }
}
