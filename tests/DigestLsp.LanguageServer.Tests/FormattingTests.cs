using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary><c>textDocument/formatting</c> and <c>textDocument/rangeFormatting</c> as clients get them.</summary>
public sealed class FormattingTests
{
    private static readonly string Tidy = Papers.Digest("Mar 11", Papers.Kites, Papers.Bread);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_document_is_laid_out(bool insertFinalNewline)
    {
        using var session = await StartAsync(Tidy.Replace("\n\n", " \n\n\n").TrimEnd());
        var edits = await FormatAsync(session, "formatting", new() { ["insertFinalNewline"] = insertFinalNewline });
        Assert.Equal(insertFinalNewline ? Tidy : Tidy.TrimEnd(), EditorText.Apply(session.TextOf("a.digest"), edits));
    }

    [Fact]
    public async Task What_is_laid_out_already_is_left_alone()
    {
        using var session = await StartAsync(Tidy);
        Assert.Empty(await FormatAsync(session, "formatting", []));
    }

    [Fact]
    public async Task Only_the_lines_that_are_asked_for_are_laid_out()
    {
        using var session = await StartAsync("Mar 11 \n\n\n" + Tidy[8..] + "\n\n");
        var range = EditorText.RangeOf(session.TextOf("a.digest"), 0, 3);
        var edits = await FormatAsync(session, "rangeFormatting", [], range);
        Assert.Equal(Tidy + "\n\n", EditorText.Apply(session.TextOf("a.digest"), edits));
    }

    /// <summary>As editors do on saving: first the repairs, then the layout of what they left.</summary>
    [Fact]
    public async Task Repairs_and_layout_on_saving_agree()
    {
        var untidy = Tidy.Replace("\n\nA kite", " \nA kite", StringComparison.Ordinal)
            .Replace("\n\nBakers", "\n\n\n \nBakers", StringComparison.Ordinal);
        using var session = await StartAsync(untidy);
        var action = Assert.Single(await CodeActionTests.ActionsAsync(session, "a.digest", "Mar", only: "source.fixAll.digest"));
        var resolved = (await session.Client.RequestAsync("codeAction/resolve", action))!;
        var repairs = resolved["edit"]!["documentChanges"]![0]!["edits"]!.AsArray();
        var repaired = EditorText.Apply(untidy, repairs);
        session.Change("a.digest", (0, untidy.Length, repaired));

        Assert.Equal(Tidy, EditorText.Apply(repaired, await FormatAsync(session, "formatting", [])));

        session.Change("a.digest", (0, repaired.Length, Tidy));
        Assert.Empty(await CodeActionTests.ActionsAsync(session, "a.digest", "Mar", only: "source.fixAll.digest"));
    }

    private static async Task<DigestSession> StartAsync(string text)
    {
        var session = await DigestSession.StartAsync(("a.digest", text));
        session.Open("a.digest");
        return session;
    }

    private static async Task<JsonArray> FormatAsync(DigestSession session, string method, JsonObject options, JsonObject? range = null)
    {
        options["tabSize"] = 4;
        options["insertSpaces"] = true;
        var parameters = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = session.UriOf("a.digest") },
            ["options"] = options,
        };
        if (range is not null)
        {
            parameters["range"] = range;
        }
        return (await session.Client.RequestAsync($"textDocument/{method}", parameters))!.AsArray();
    }
}
