using System.Collections.Immutable;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>Another place that a finding speaks of.</summary>
/// <param name="Path">The document.</param>
/// <param name="Range">The place there.</param>
/// <param name="Message">What it has to do with the finding.</param>
public sealed record RelatedLocation(string Path, LinePositionSpan Range, string Message);

/// <summary>A finding of a rule before its severity is known.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Span">The characters that are at fault.</param>
/// <param name="Message">One sentence, without a period, that says what and why.</param>
/// <param name="Related">Other places it speaks of.</param>
/// <param name="Repair">What mends it by its own text alone, null where nothing does.</param>
public sealed record Finding(
    DiagnosticDescriptor Descriptor,
    TextSpan Span,
    string Message,
    ImmutableArray<RelatedLocation> Related,
    Repair? Repair = null
)
{
    /// <summary>The same finding in text that stands elsewhere.</summary>
    /// <param name="units">How much later, in UTF-16 units.</param>
    public Finding Shift(int units) => units == 0 ? this : this with { Span = Span.Shift(units), Repair = Repair?.Shift(units) };
}

/// <summary>A finding as it is shown.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Severity">As configured for the document; never <see cref="RuleSeverity.None"/>.</param>
/// <param name="Span">The characters that are at fault, in UTF-16 units.</param>
/// <param name="Range">The same as lines and characters, from 0.</param>
/// <param name="Message">One sentence, without a period, that says what and why.</param>
/// <param name="Related">Other places it speaks of.</param>
/// <param name="Repair">What mends it by its own text alone, null where nothing does.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    RuleSeverity Severity,
    TextSpan Span,
    LinePositionSpan Range,
    string Message,
    ImmutableArray<RelatedLocation> Related,
    Repair? Repair = null
);
