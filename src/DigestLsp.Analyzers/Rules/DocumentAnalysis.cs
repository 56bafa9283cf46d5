using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Runs the rules over a document and gives their findings the severities that are configured.</summary>
public static class DocumentAnalysis
{
    /// <summary>
    /// Computes what a closed document must keep, while its text is at hand. All of it has a <see cref="StoredValue"/>, or a start
    /// from the cache would read every digest after all.
    /// </summary>
    public static void Prepare(Document document, EditorConfiguration configuration)
    {
        OwnFindings.Of(document, RuleCatalog.Rules);
        PaperMetadata.Prepare(document);
        DocumentTerms.Of(document);
        DocumentKeywords.Of(document);
        configuration.OptionsFor(document.Path);
        if (!configuration.Suppressions.For(document.Path).Baseline.Findings.IsEmpty)
        {
            BrokenTexts.Prepare(document);
        }
    }

    /// <summary>The findings on a document within its snapshot, but for those that were accepted, by place and then by rule.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(Snapshot snapshot, Document document, CancellationToken cancellation = default) =>
        Diagnose(snapshot, document, RuleCatalog.Rules, cancellation);

    /// <summary>The findings that touch a stretch of a document, as a caret in it would, by place and then by rule.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(
        Snapshot snapshot,
        Document document,
        TextSpan span,
        CancellationToken cancellation = default
    )
    {
        // Of equal findings some may be accepted, which only counting all of them tells.
        var papers = snapshot.Configuration.Suppressions.For(document.Path).Baseline.Findings.IsEmpty
            ? (First: Math.Max(0, document.PaperAt(span.Start)), Last: document.PaperAt(span.End))
            : (First: 0, Last: document.Papers.Length - 1);
        return Unaccepted(
                snapshot.Configuration,
                document,
                [
                    .. OwnFindings.Of(document, RuleCatalog.Rules),
                    .. SnapshotFindings.Of(snapshot, document, RuleCatalog.Rules),
                    .. CopyFindings.Of(snapshot, document, papers.First, papers.Last + 1, RuleCatalog.Rules, cancellation),
                ]
            )
            .RemoveAll(diagnostic => !diagnostic.Span.Touches(span.Start) && !span.Touches(diagnostic.Span.Start));
    }

    /// <summary>All findings on a document, those that were accepted included, each with what it is known by.</summary>
    /// <param name="snapshot">The snapshot that the document belongs to.</param>
    /// <param name="document">The document.</param>
    /// <param name="root">The folder to which paths are relative.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImmutableArray<IdentifiedDiagnostic> Identify(
        Snapshot snapshot,
        Document document,
        string root,
        CancellationToken cancellation = default
    )
    {
        var found = Find(snapshot, document, RuleCatalog.Rules, cancellation);
        var diagnostics = Configured(
            snapshot.Configuration,
            document,
            Suppression.WithoutIntended(snapshot.Configuration, document, found)
        );
        return Suppression.Identify(snapshot.Configuration, document, root, diagnostics);
    }

    /// <summary>How loudly a rule speaks on a document.</summary>
    internal static RuleSeverity SeverityOf(EditorConfiguration configuration, Document document, DiagnosticDescriptor rule) =>
        configuration.OptionsFor(document.Path).SeverityOf(rule.Id) ?? rule.DefaultSeverity;

    /// <summary>The findings of some rules.</summary>
    internal static ImmutableArray<Diagnostic> Diagnose(
        Snapshot snapshot,
        Document document,
        RuleSet rules,
        CancellationToken cancellation = default
    ) => Unaccepted(snapshot.Configuration, document, Find(snapshot, document, rules, cancellation));

    private static IEnumerable<Finding> Find(Snapshot snapshot, Document document, RuleSet rules, CancellationToken cancellation) =>
        [
            .. OwnFindings.Of(document, rules),
            .. SnapshotFindings.Of(snapshot, document, rules),
            .. CopyFindings.Of(snapshot, document, 0, document.Papers.Length, rules, cancellation),
        ];

    private static ImmutableArray<Diagnostic> Unaccepted(
        EditorConfiguration configuration,
        Document document,
        IEnumerable<Finding> findings
    ) =>
        Suppression.WithoutAccepted(
            configuration,
            document,
            Configured(configuration, document, Suppression.WithoutIntended(configuration, document, findings))
        );

    /// <summary>Only what the document's own text is found at fault for.</summary>
    public static ImmutableArray<Diagnostic> DiagnoseOwn(EditorConfiguration configuration, Document document) =>
        Unaccepted(configuration, document, OwnFindings.Of(document, RuleCatalog.Rules));

    /// <summary>All findings that may have a repair: those of the document's own text and of what it says of other papers.</summary>
    /// <param name="snapshot">The snapshot, perhaps with an earlier version of the document.</param>
    /// <param name="document">The document.</param>
    public static ImmutableArray<Diagnostic> DiagnoseRepairable(Snapshot snapshot, Document document) =>
        document.References.IsEmpty
            ? DiagnoseOwn(snapshot.Configuration, document)
            : Unaccepted(
                snapshot.Configuration,
                document,
                [
                    .. OwnFindings.Of(document, RuleCatalog.Rules),
                    .. SnapshotFindings.Of(
                        ReferenceEquals(snapshot.GetDocument(document.Path), document) ? snapshot : snapshot.With([document], []),
                        document,
                        RuleCatalog.Rules
                    ),
                ]
            );

    private static ImmutableArray<Diagnostic> Configured(
        EditorConfiguration configuration,
        Document document,
        IEnumerable<Finding> findings
    ) => Configured(configuration.OptionsFor(document.Path), findings, document.GetLinePositionSpan);

    /// <summary>Findings with the severities that are configured, by place and then by rule.</summary>
    internal static ImmutableArray<Diagnostic> Configured(
        DocumentOptions options,
        IEnumerable<Finding> findings,
        Func<TextSpan, LinePositionSpan> rangeOf
    )
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var finding in findings)
        {
            var descriptor = finding.Descriptor;
            var severity = options.SeverityOf(descriptor.Id) ?? descriptor.DefaultSeverity;
            if (severity != RuleSeverity.None)
            {
                var range = rangeOf(finding.Span);
                diagnostics.Add(new(descriptor, severity, finding.Span, range, finding.Message, finding.Related, finding.Repair));
            }
        }
        diagnostics.Sort(static (left, right) => (left.Span, left.Descriptor.Id).CompareTo((right.Span, right.Descriptor.Id)));
        return diagnostics.DrainToImmutable();
    }
}
