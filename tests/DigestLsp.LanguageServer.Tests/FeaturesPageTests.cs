using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>The page that lists what the server can do.</summary>
public sealed partial class FeaturesPageTests
{
    private static readonly (string Capability, string Test)[] Rows =
    [
        .. File.ReadLines(Checkout.PathOf("docs", "features.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => (row.Groups["capability"].Value, row.Groups["test"].Value)),
    ];

    [Fact]
    public async Task It_names_every_capability_that_is_announced_and_no_other()
    {
        using var client = new LspClient { Options = new() { ["diagnostics"] = "pull" } };
        var capabilities = ClientCapabilities.Full();
        capabilities["textDocument"]!["diagnostic"] = new JsonObject();
        var result = await client.InitializeAsync(capabilities: capabilities);
        Assert.Equal(
            result["capabilities"]!.AsObject().Select(capability => capability.Key).Order(StringComparer.Ordinal),
            Rows.Select(row => row.Capability).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_test_that_it_names_exists()
    {
        var tests = typeof(FeaturesPageTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();
        Assert.All(Rows, row => Assert.Contains(row.Test, tests));
    }

    [GeneratedRegex(@"^\| `(?<capability>\w+)` \| .+ \| `(?<test>[\w.]+)` \|$")]
    private static partial Regex Row();
}
