using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>What is the same for all findings of a rule.</summary>
/// <param name="Id">The rule's id, as <c>DG2001</c>.</param>
/// <param name="Title">What it looks for, in a few words.</param>
/// <param name="DefaultSeverity">How loudly it speaks where nothing is configured.</param>
/// <param name="WaitsForRest">Whether a finding in the paper that is being edited waits until the typing rests.</param>
/// <param name="IsRedundancy">Whether what is found could be left out without loss, so that editors may show it faded.</param>
/// <param name="HasRepair">Whether some of its findings come with a <see cref="Repair"/>.</param>
public sealed record DiagnosticDescriptor(
    string Id,
    string Title,
    RuleSeverity DefaultSeverity,
    bool WaitsForRest = false,
    bool IsRedundancy = false,
    bool HasRepair = false
)
{
    private static readonly Uri Documentation = new("https://github.com/digestlsp/digestlsp/blob/main/docs/");

    /// <summary>The rule's page, relative to the root of the documentation.</summary>
    public string DocumentationPage => $"rules/{Id}.md";

    /// <summary>Where the rule's page is read.</summary>
    public Uri DocumentationUri => new(Documentation, DocumentationPage);
}
