using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What is read of an editor's settings.</summary>
public sealed class ServerSettingsTests
{
    [Theory]
    [InlineData("""{ "inlayHints": { "duplicates": true } }""")]
    [InlineData("""{ "digestlsp": { "inlayHints": { "duplicates": true }, "server": { "path": "" } } }""")]
    [InlineData("""{ "inlayHints.duplicates": true }""")]
    public void They_are_read_with_and_without_their_section(string json) =>
        Assert.True(ServerSettings.Read(JToken.Parse(json)).ShowsDuplicateHints);

    [Theory]
    [InlineData("""{ "logLevel": "debug" }""", LogLevel.Debug)]
    [InlineData("""{ "digestlsp": { "logLevel": "Warning" } }""", LogLevel.Warning)]
    [InlineData("""{ "logLevel": "none" }""", LogLevel.None)]
    public void They_say_what_is_logged(string json, LogLevel expected) =>
        Assert.Equal(expected, ServerSettings.Read(JToken.Parse(json)).LogLevel);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "digestlsp": null }""")]
    [InlineData("""{ "digestlsp": [true] }""")]
    [InlineData("""{ "inlayHints": true }""")]
    [InlineData("""{ "inlayHints": { "duplicates": "yes" } }""")]
    [InlineData("""{ "inlayHints": { "duplicates": 1 } }""")]
    [InlineData("""{ "logLevel": 1 }""")]
    [InlineData("""{ "logLevel": "1" }""")]
    [InlineData("""{ "logLevel": "loud" }""")]
    [InlineData("""{ "InlayHints": { "Duplicates": true } }""")]
    public void What_makes_no_sense_counts_as_the_default(string json) =>
        Assert.Equal(new ServerSettings(), ServerSettings.Read(JToken.Parse(json)));
}
