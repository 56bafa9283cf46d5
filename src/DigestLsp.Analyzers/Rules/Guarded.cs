using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Runs a rule so that its failure is a finding and not the end of the analysis.</summary>
internal static class Guarded
{
    /// <param name="rule">The rule.</param>
    /// <param name="place">Where a failure is shown.</param>
    /// <param name="findings">Takes the failure.</param>
    /// <param name="run">Runs the rule.</param>
    public static void Run(IRule rule, TextSpan place, ICollection<Finding> findings, Action run)
    {
        try
        {
            run();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var message =
                $"Rule {rule.Descriptor.Id} failed here ({exception.GetType().Name}: {exception.Message}); its findings may be missing";
            findings.Add(new(RuleFailed.Descriptor, place, message, []));
        }
    }
}
