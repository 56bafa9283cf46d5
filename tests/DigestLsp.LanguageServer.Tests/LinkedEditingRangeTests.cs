using System.Text.RegularExpressions;

namespace DigestLsp.LanguageServer.Tests;

/// <summary><c>textDocument/linkedEditingRange</c> as clients get it.</summary>
public sealed class LinkedEditingRangeTests
{
    [Fact]
    public async Task A_title_changes_together_with_the_lines_that_refer_to_it()
    {
        var text = Papers.Digest(
            "Mar 11",
            Papers.Kites,
            Papers.Bread.Replace("\n\n", $"\nsee: {Papers.KitesTitle}\n\n", StringComparison.Ordinal)
        );
        using var session = await DigestSession.StartAsync(("a.digest", text));
        session.Open("a.digest");

        var found = (await session.AskAsync("textDocument/linkedEditingRange", "a.digest", Papers.KitesTitle))!;

        Assert.Equal([Papers.KitesTitle, Papers.KitesTitle], found["ranges"]!.AsArray().Select(range => EditorText.Covered(text, range!)));
        Assert.Equal(Papers.KitesTitle, Regex.Match(Papers.KitesTitle, (string)found["wordPattern"]!).Value);
        Assert.Null(await session.AskAsync("textDocument/linkedEditingRange", "a.digest", "A kite's lines"));
    }
}
