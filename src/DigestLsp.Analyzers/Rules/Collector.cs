using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// Takes the findings of one rule after the other. A rule that throws becomes a finding itself (DG0001), and the others go on.
/// </summary>
internal sealed class Collector
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private DiagnosticDescriptor _rule = RuleFailed.Descriptor;
    private int _origin;

    public Collector() => Report = Add;

    /// <summary>What a rule reports to; one for all, since thousands of papers have nothing to report.</summary>
    public ReportFinding Report { get; }

    /// <summary>Says whose findings come next.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="origin">What its positions are relative to.</param>
    public void Expect(IRule rule, int origin)
    {
        _rule = rule.Descriptor;
        _origin = origin;
    }

    /// <summary>Runs a rule on a document; should it fail, that is its finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="analyze">Reports in the document's positions.</param>
    /// <param name="place">Where a failure is shown.</param>
    public void Run(IRule rule, Action analyze, TextSpan place)
    {
        Expect(rule, 0);
        try
        {
            analyze();
        }
        catch (Exception exception) when (IsFault(exception))
        {
            AddFailure(exception, place);
        }
    }

    /// <summary>Adds a finding about copies.</summary>
    public void Add(TextSpan span, string message, ImmutableArray<RelatedLocation> related) =>
        _findings.Add(new(_rule, span.Shift(_origin), message, related));

    /// <summary>Whether an exception is a fault of the rule and not the end of the analysis.</summary>
    public static bool IsFault(Exception exception) => exception is not OperationCanceledException;

    /// <summary>Adds the failure of the rule whose findings were expected.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="place">Where the failure is shown.</param>
    public void AddFailure(Exception exception, TextSpan place)
    {
        var message = $"Rule {_rule.Id} failed here ({exception.GetType().Name}: {exception.Message}); its findings may be missing";
        _findings.Add(new(RuleFailed.Descriptor, place, message, []));
    }

    /// <summary>Adds a finding as it is.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Takes out all findings.</summary>
    public ImmutableArray<Finding> Drain() => _findings.DrainToImmutable();

    private void Add(TextSpan span, string message, Repair? repair) =>
        _findings.Add(new Finding(_rule, span, message, [], repair).Shift(_origin));
}
