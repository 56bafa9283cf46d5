using System.Reflection;

namespace DigestLsp.Cli.Tests;

/// <summary>Each project uses only those above it, and packages stay where they belong.</summary>
public sealed class LayerTests
{
    /// <summary>From the top: who may be used by all that follow.</summary>
    private static readonly string[] Layers =
    [
        "DigestLsp.Syntax",
        "DigestLsp.Similarity",
        "DigestLsp.Workspaces",
        "DigestLsp.Analyzers",
        "DigestLsp.Features",
        "DigestLsp.LanguageServer",
        "digestlsp",
    ];

    public static TheoryData<string> EachLayer => [.. Layers];

    [Theory]
    [MemberData(nameof(EachLayer))]
    public void A_layer_uses_only_those_above_it(string layer)
    {
        var above = Layers.TakeWhile(other => other != layer);
        Assert.Empty(References(layer).Where(name => Layers.Contains(name)).Except(above));
    }

    [Fact]
    public void Syntax_needs_no_package() =>
        Assert.DoesNotContain(References("DigestLsp.Syntax"), name => !name.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(EachLayer))]
    public void Only_the_language_server_knows_the_protocol(string layer)
    {
        string[] protocol = ["OmniSharp.", "MediatR", "Newtonsoft.", "Nerdbank.", "Microsoft.VisualStudio."];
        var known = References(layer).Where(name => protocol.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        if (layer != "DigestLsp.LanguageServer")
        {
            Assert.Empty(known);
        }
    }

    [Theory]
    [MemberData(nameof(EachLayer))]
    public void Only_similarity_knows_how_facts_are_stored(string layer)
    {
        var known = References(layer).Where(name => name.StartsWith("MessagePack", StringComparison.Ordinal));
        if (layer != "DigestLsp.Similarity")
        {
            Assert.Empty(known);
        }
    }

    private static string[] References(string assembly) =>
        [
            .. Assembly
                .LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"))
                .GetReferencedAssemblies()
                .Select(name => name.Name!),
        ];
}
