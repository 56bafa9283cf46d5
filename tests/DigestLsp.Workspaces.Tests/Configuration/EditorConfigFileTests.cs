namespace DigestLsp.Workspaces.Tests;

/// <summary>Where the settings of an <c>.editorconfig</c> stand.</summary>
public sealed class EditorConfigFileTests
{
    [Fact]
    public void Keys_and_values_have_places_and_comments_are_none()
    {
        const string Text = """
            # root = true
            root = TRUE ; at the top

            [*.digest] # all
              Digest_Document : true  # why
            a.b-c_d=
            no setting
            = nothing
            """;
        foreach (var lineEnding in (string[])["\n", "\r\n", "\r"])
        {
            var text = Text.ReplaceLineEndings(lineEnding);
            var file = EditorConfigFile.Read("/x/.editorconfig", text);

            Assert.True(file.IsRoot);
            Assert.Equal(
                [("root", "root", "TRUE", false), ("digest_document", "Digest_Document", "true", true), ("a.b-c_d", "a.b-c_d", "", true)],
                file.Settings.Select(setting =>
                    (
                        setting.Key,
                        text.Substring(setting.KeySpan.Start, setting.KeySpan.Length),
                        text.Substring(setting.ValueSpan.Start, setting.ValueSpan.Length),
                        setting.IsInSection
                    )
                )
            );
            Assert.All(
                file.Settings,
                setting => Assert.Equal(setting.Value, text.Substring(setting.ValueSpan.Start, setting.ValueSpan.Length))
            );
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[*]\nroot = true")]
    [InlineData("root = false")]
    [InlineData("key")]
    [InlineData("=\n:\n[]]\u0000")]
    public void Anything_is_read_and_only_the_top_makes_a_root(string text) =>
        Assert.False(EditorConfigFile.Read("/.editorconfig", text).IsRoot);
}
