using System.Collections.Immutable;

namespace DigestLsp.Analyzers;

/// <summary>All rules, listed by hand: nothing is searched for when a process starts.</summary>
public static class RuleCatalog
{
    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
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
    ];

    /// <summary>Every descriptor, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [RuleFailed.Descriptor, .. All.Select(rule => rule.Descriptor)];

    internal static ImmutableArray<IPaperRule> Paper { get; } = [.. All.OfType<IPaperRule>()];

    internal static ImmutableArray<IDigestRule> Digest { get; } = [.. All.OfType<IDigestRule>()];

    internal static ImmutableArray<ICopyRule> Copy { get; } = [.. All.OfType<ICopyRule>()];
}
