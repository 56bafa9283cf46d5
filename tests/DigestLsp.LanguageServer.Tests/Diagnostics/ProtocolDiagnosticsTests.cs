using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Findings in the protocol's words.</summary>
public sealed class ProtocolDiagnosticsTests
{
    private static readonly ProtocolDiagnostics Translation = new(new DocumentPaths(), client: null);

    [Theory]
    [InlineData(RuleSeverity.Error, Lsp.DiagnosticSeverity.Error)]
    [InlineData(RuleSeverity.Warning, Lsp.DiagnosticSeverity.Warning)]
    [InlineData(RuleSeverity.Suggestion, Lsp.DiagnosticSeverity.Information)]
    [InlineData(RuleSeverity.Silent, Lsp.DiagnosticSeverity.Hint)]
    public void Each_severity_has_its_counterpart(RuleSeverity severity, Lsp.DiagnosticSeverity expected)
    {
        var message = Translation.Message("/a.digest", null, [Finding(3) with { Severity = severity }]);
        Assert.Equal(expected, Assert.Single(message.Diagnostics).Severity);
    }

    [Theory]
    [InlineData(1000, 1000, null)]
    [InlineData(1001, 1001, "1 more finding in this file is not shown; digestlsp check lists them all")]
    [InlineData(1234, 1001, "234 more findings in this file are not shown; digestlsp check lists them all")]
    public void A_thousand_are_shown_and_one_more_tells_how_many_are_left(int found, int sent, string? rest)
    {
        var message = Translation.Message("/a.digest", 7, [.. Enumerable.Range(0, found).Select(Finding)]);
        Assert.Equal(7, message.Version);
        Assert.Equal(sent, message.Diagnostics.Count());
        if (rest is not null)
        {
            Assert.Equal(rest, message.Diagnostics.Last().Message);
            Assert.Equal(1000, message.Diagnostics.Last().Range.Start.Line);
        }
    }

    private static Diagnostic Finding(int line) =>
        new(
            RuleCatalog.Descriptors[1],
            RuleSeverity.Warning,
            new TextSpan(line, 1),
            new(new(line, 0), new(line, 1)),
            "Something is wrong",
            ImmutableArray<RelatedLocation>.Empty
        );
}
