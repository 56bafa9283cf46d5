using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>
/// Takes the findings of one rule after the other. A rule that throws becomes a finding itself (DG0001), and the others go on.
/// One that finds more than it may is stopped by an exception, so that no rule has to count.
/// </summary>
internal sealed class Collector
{
    /// <summary>The most findings of one rule in one stretch of prose: what has more is no prose, and nobody reads so many.</summary>
    public const int MaxFindings = 1000;

    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private DiagnosticDescriptor _rule = RuleFailed.Descriptor;
    private int _origin;
    private int _room;

    public Collector() => Report = Add;

    /// <summary>What a rule reports to; one for all, since thousands of papers have nothing to report.</summary>
    public ReportFinding Report { get; }

    /// <summary>Says whose findings come next.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="origin">What its positions are relative to.</param>
    /// <param name="most">As many are taken; what it finds then ends its analysis.</param>
    public void Expect(IRule rule, int origin, int most = int.MaxValue)
    {
        _room = most;
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

    /// <summary>Adds a finding of a rule that looks at all documents.</summary>
    public void Add(TextSpan span, string message, Repair? repair, ImmutableArray<RelatedLocation> related) =>
        _findings.Add(new(_rule, span, message, related.IsDefault ? [] : related, repair));

    /// <summary>Whether an exception is a fault of the rule and not the end of the analysis.</summary>
    public static bool IsFault(Exception exception) => exception is not OperationCanceledException;

    /// <summary>Adds the failure of the rule whose findings were expected; to have found too much is none.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="place">Where the failure is shown.</param>
    public void AddFailure(Exception exception, TextSpan place)
    {
        if (exception is EnoughFoundException)
        {
            return;
        }
        var message = $"Rule {_rule.Id} failed here ({exception.GetType().Name}: {exception.Message}); its findings may be missing";
        _findings.Add(new(RuleFailed.Descriptor, place, message, []));
    }

    /// <summary>Adds a finding as it is.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Takes out all findings.</summary>
    public ImmutableArray<Finding> Drain() => _findings.DrainToImmutable();

    private void Add(TextSpan span, string message, Repair? repair)
    {
        if (_room-- == 0)
        {
            throw new EnoughFoundException();
        }
        _findings.Add(new Finding(_rule, span, message, [], repair).Shift(_origin));
    }

    /// <summary>Ends the analysis of a rule that has found as much as it may.</summary>
    private sealed class EnoughFoundException : Exception;
}
