using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DigestLsp.Analyzers;

/// <summary>All rules, listed by hand: nothing is searched for when a process starts.</summary>
public static class RuleCatalog
{
    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        new BoilerplateRule(),
        new DateLineRule(),
        new MissingAbstractRule(),
        new MissingTitleRule(),
        new BrokenParagraphRule(),
        new MissingBlankLineRule(),
        new MetadataRule(),
        new UntidyLineRule(),
        new RecurringPaperRule(),
        new RepeatedPaperRule(),
        new NearDuplicateRule(),
        new RevisedPaperRule(),
        new RetitledPaperRule(),
        new RepeatedDigestRule(),
        new CutAbstractRule(),
        new AbstractStartRule(),
        new MisdecodedTextRule(),
        new HtmlRule(),
        new TexResidueRule(),
        new UnbalancedDelimiterRule(),
        new WordBoundaryRule(),
        new SpacingRule(),
        new RepetitionRule(),
        new PlaceholderRule(),
        new MisplacedAbstractRule(),
        new MissingPeriodRule(),
        new MalformedLinkRule(),
        new TitleDefectRule(),
        new AmbiguousAcronymRule(),
        new UnexpandedAcronymRule(),
        new UnknownConfigurationRule(),
        new UnusedSuppressionRule(),
    ];

    /// <summary>Every descriptor, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [RuleFailed.Descriptor, .. All.Select(rule => rule.Descriptor), UnreadableFile.Descriptor];

    private static readonly FrozenDictionary<string, ICodeFixProvider> Fixes = All.OfType<ICodeFixProvider>()
        .ToFrozenDictionary(provider => ((IRule)provider).Descriptor.Id);

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> ById = Descriptors.ToFrozenDictionary(rule => rule.Id);

    /// <summary>A rule by its id, null if there is none.</summary>
    public static DiagnosticDescriptor? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>What mends the findings of a rule by more than their own text, null where nothing does.</summary>
    public static ICodeFixProvider? FindFixes(DiagnosticDescriptor rule) => Fixes.GetValueOrDefault(rule.Id);

    /// <summary>Whether some findings of a rule can be mended by a command: by their own text alone, or by more than that.</summary>
    public static bool HasFix(DiagnosticDescriptor rule) => rule.HasRepair || FindFixes(rule) is not null;

    /// <summary>Whether what a rule finds in a digest may rest on others, so that only all of them tell that it is gone.</summary>
    public static bool LooksAtOthers(string id) =>
        All.Any(rule => rule is ICopyRule or ICopiedDigestRule or ISnapshotRule && rule.Descriptor.Id == id);

    /// <summary>The rules as the analysis runs them.</summary>
    internal static RuleSet Rules { get; } = new(All);
}

/// <summary>Rules, sorted by what they look at.</summary>
internal sealed class RuleSet(ImmutableArray<IRule> rules)
{
    public ImmutableArray<IProseRule> OfProse { get; } = [.. rules.OfType<IProseRule>()];

    public ImmutableArray<IPaperRule> OfPapers { get; } = [.. rules.OfType<IPaperRule>()];

    public ImmutableArray<IDigestRule> OfDigests { get; } = [.. rules.OfType<IDigestRule>()];

    public ImmutableArray<ISnapshotRule> OfSnapshots { get; } = [.. rules.OfType<ISnapshotRule>()];

    public ImmutableArray<ICopiedDigestRule> OfCopiedDigests { get; } = [.. rules.OfType<ICopiedDigestRule>()];

    public ImmutableArray<ICopyRule> OfCopies { get; } = [.. rules.OfType<ICopyRule>()];

    public ImmutableArray<IConfigurationRule> OfConfiguration { get; } = [.. rules.OfType<IConfigurationRule>()];

    /// <summary>The ids of the rules about papers' own text, whose findings go with the paper wherever it stands.</summary>
    public FrozenSet<string> AboutPapers { get; } =
        rules.Where(rule => rule is IPaperRule or IProseRule).Select(rule => rule.Descriptor.Id).ToFrozenSet();

    /// <summary>The ids of the rules about a paper's place among digests.</summary>
    public FrozenSet<string> AboutCopies { get; } =
        rules.Where(rule => rule is ICopyRule and not IPaperRule).Select(rule => rule.Descriptor.Id).ToFrozenSet();
}
