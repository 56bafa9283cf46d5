using System.Collections.Immutable;

namespace DigestLsp.Analyzers;

/// <summary>All rules, listed by hand: nothing is searched for when a process starts.</summary>
public static class RuleCatalog
{
    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        new DateLineRule(),
        new MissingAbstractRule(),
        new MissingTitleRule(),
        new BrokenParagraphRule(),
        new MissingBlankLineRule(),
        new RecurringPaperRule(),
        new RepeatedPaperRule(),
        new NearDuplicateRule(),
        new RevisedPaperRule(),
        new RetitledPaperRule(),
        new CutAbstractRule(),
        new TexResidueRule(),
        new TitleDefectRule(),
    ];

    /// <summary>Every descriptor, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [RuleFailed.Descriptor, .. All.Select(rule => rule.Descriptor)];

    /// <summary>The rules as the analysis runs them.</summary>
    internal static RuleSet Rules { get; } = new(All);
}

/// <summary>Rules, sorted by what they look at.</summary>
internal sealed class RuleSet(ImmutableArray<IRule> rules)
{
    public ImmutableArray<IProseRule> OfProse { get; } = [.. rules.OfType<IProseRule>()];

    public ImmutableArray<IPaperRule> OfPapers { get; } = [.. rules.OfType<IPaperRule>()];

    public ImmutableArray<IDigestRule> OfDigests { get; } = [.. rules.OfType<IDigestRule>()];

    public ImmutableArray<ICopyRule> OfCopies { get; } = [.. rules.OfType<ICopyRule>()];
}
