namespace DigestLsp.LanguageServer.Tests;

/// <summary>Acronyms that other digests expand otherwise, as editors are told of them.</summary>
public sealed class AcronymDiagnosticsTests
{
    private const string On = "root = true\n[*]\ndigest_diagnostic.DG5001.severity = suggestion\n";

    private static readonly string First = Papers.Digest("Mar 11", Papers.Hums);
    private static readonly string Second = Papers.Digest("Mar 12", Papers.Kites.Replace("a small controller", "a weather model (WM)"));
    private static readonly string SecondMarked = Second.Replace("(WM)", "({|DG5001:WM|})");

    [Fact]
    public async Task A_digest_that_nobody_opened_is_told_what_is_typed_in_another()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second), (".editorconfig", On));
        var found = Assert.Single(await session.ExpectAsync("b.digest", SecondMarked))!;
        Assert.Equal("‘WM’ stands for ‘weather model’ here, and for ‘wing microphone’ in a.digest, line 5", (string?)found["message"]);
        var related = Assert.Single(found["relatedInformation"]!.AsArray())!;
        Assert.Equal(session.UriOf("a.digest"), (string?)related["location"]!["uri"]);
        Assert.Equal("here for ‘wing microphone’", (string?)related["message"]);

        session.Open("a.digest");
        session.Replace("a.digest", "wing microphone (WM)", "wing microphone");
        await session.ExpectAsync("b.digest", Second);
        session.Replace("a.digest", "wing microphone", "wing microphone (WM)");
        await session.ExpectAsync("b.digest", SecondMarked);
        session.Replace("a.digest", "Mar 11\n", "Mar 11\n\n");
        await session.Client.WaitForAsync(
            "word of the other line",
            _ => session.PublishedOf("b.digest").FirstOrDefault(published => published.ToJsonString().Contains("a.digest, line 6"))
        );
    }

    [Fact]
    public async Task It_is_told_as_long_as_the_rule_is_switched_on()
    {
        using var session = await DigestSession.StartAsync(("a.digest", First), ("b.digest", Second), (".editorconfig", On));
        await session.ExpectAsync("b.digest", SecondMarked);

        session.Folder.Write(".editorconfig", "root = true\n");
        session.NotifyWatched(".editorconfig", 2);
        await session.ExpectAsync("b.digest", Second);

        session.Folder.Write(".editorconfig", On);
        session.NotifyWatched(".editorconfig", 2);
        await session.ExpectAsync("b.digest", SecondMarked);
    }
}
