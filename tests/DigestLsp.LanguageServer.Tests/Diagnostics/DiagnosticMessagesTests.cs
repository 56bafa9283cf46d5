using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using OmniSharp.Extensions.LanguageServer.Protocol.Serialization;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What clients are told of a document.</summary>
public sealed class DiagnosticMessagesTests
{
    private static readonly Gen<Diagnostic> AnyFinding =
        from line in Gen.Choose(0, 6)
        from message in Gen.Elements("Something is wrong", "Something else is wrong")
        from copy in Gen.Elements("/a.digest", "/b.digest", null)
        select Finding(line) with
        {
            Message = message,
            Related = copy is null ? [] : [new(copy, new(new(1, 0), new(1, 2)), "Another copy")],
        };

    private static readonly Gen<ImmutableArray<Diagnostic>> Findings = AnyFinding.ListOf().Select(findings => findings.ToImmutableArray());

    [Theory]
    [InlineData(RuleSeverity.Error, 1)]
    [InlineData(RuleSeverity.Warning, 2)]
    [InlineData(RuleSeverity.Suggestion, 3)]
    [InlineData(RuleSeverity.Silent, 4)]
    public void Each_severity_has_its_counterpart(RuleSeverity severity, int expected)
    {
        var message = Write(NewMessages(), null, [Finding(3) with { Severity = severity }]);
        Assert.Equal(expected, (int)Assert.Single(message["diagnostics"]!.AsArray())!["severity"]!);
        Assert.False(message.ContainsKey("version"));
    }

    [Theory]
    [InlineData(1000, 1000, null)]
    [InlineData(1001, 1000, "2 more findings in this file, none more severe, are not shown; digestlsp check lists them all")]
    [InlineData(2234, 1000, "1,235 more findings in this file, none more severe, are not shown; digestlsp check lists them all")]
    public void A_thousand_are_shown_of_which_the_last_tells_how_many_are_left(int found, int sent, string? rest)
    {
        var message = Write(NewMessages(), 7, [.. Enumerable.Range(0, found).Select(Finding)]);
        Assert.Equal(7, (int)message["version"]!);
        var shown = message["diagnostics"]!.AsArray();
        Assert.Equal(sent, shown.Count);
        if (rest is not null)
        {
            Assert.Equal(rest, (string)shown[^1]!["message"]!);
            Assert.Equal(999, (int)shown[^1]!["range"]!["start"]!["line"]!);
        }
    }

    [Fact]
    public void Where_not_all_are_shown_the_most_severe_are_in_the_order_of_the_text()
    {
        var findings = Enumerable
            .Range(0, 1500)
            .Select(line =>
                Finding(line) with
                {
                    Severity =
                        line % 500 == 499 ? RuleSeverity.Error
                        : line >= 1000 ? RuleSeverity.Warning
                        : RuleSeverity.Suggestion,
                }
            );

        var shown = Write(NewMessages(), null, [.. findings])["diagnostics"]!.AsArray();

        int[] lines = [.. shown.Select(finding => (int)finding!["range"]!["start"]!["line"]!)];
        Assert.Equal([.. Enumerable.Range(0, 497), 499, 999, .. Enumerable.Range(1000, 500), 497], lines);
        Assert.StartsWith("501 more", (string)shown[^1]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_told_before_changes_nothing_of_what_is_told() =>
        Prop.ForAll(
                Findings.ListOf().ToArbitrary(),
                versions =>
                {
                    var messages = NewMessages();
                    foreach (var (version, findings) in versions.Index())
                    {
                        Assert.Equal(
                            Write(NewMessages(), version, findings).ToJsonString(),
                            Write(messages, version, findings).ToJsonString()
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_documents_that_were_open_once_little_stays_in_memory()
    {
        var messages = NewMessages();
        var first = WriteAndForget(messages, "/first.digest");
        for (var i = 0; i < 20; i++)
        {
            WriteAndForget(messages, $"/{i}.digest");
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(first.IsAlive);
        GC.KeepAlive(messages);
    }

    /// <summary>In a frame of its own, so that no variable elsewhere keeps what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference WriteAndForget(DiagnosticMessages messages, string path)
    {
        var finding = Finding(1);
        messages.Write(path, 1, [finding]);
        return new(finding);
    }

    internal static DiagnosticMessages NewMessages()
    {
        var client = new DiagnosticsClient(Pulls: false, CanRefresh: false, ShowsRelated: true, ShowsTags: false);
        return new(new(new DocumentPaths(), client, new LspSerializer()));
    }

    private static JsonObject Write(DiagnosticMessages messages, int? version, ImmutableArray<Diagnostic> findings)
    {
        var message = JsonNode.Parse(messages.Write("/a.digest", version, findings).Span)!;
        Assert.Equal("textDocument/publishDiagnostics", (string)message["method"]!);
        return message["params"]!.AsObject();
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
