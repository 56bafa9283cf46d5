using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Runs a rule so that its failure is a finding and not the end of the analysis.</summary>
internal static class Guarded
{
    public static void Run(Rule rule, TextSpan whole, ImmutableArray<Finding>.Builder findings, Action<ReportFinding> analyze)
    {
        try
        {
            analyze((span, message) => findings.Add(new(rule.Descriptor, span, message, [])));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var message =
                $"Rule {rule.Descriptor.Id} failed here ({exception.GetType().Name}: {exception.Message}); its findings may be missing";
            findings.Add(new(RuleFailed.Descriptor, whole, message, []));
        }
    }
}
