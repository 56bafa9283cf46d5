using System.Collections.Immutable;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>A rule: a descriptor and, through one or more of the interfaces below, an analysis. Rules have no state.</summary>
public interface IRule
{
    /// <summary>What is the same for all findings of the rule.</summary>
    DiagnosticDescriptor Descriptor { get; }
}

/// <summary>
/// Analyses the characters of titles and abstracts, one stretch at a time. It takes time linear in their number, whatever they are.
/// Findings are kept with the paper and move with it.
/// </summary>
public interface IProseRule : IRule
{
    /// <summary>The rule is not asked about text that holds none of these pairs.</summary>
    CharacterPairs Triggers { get; }

    /// <summary>Reports what is wrong with a stretch of prose.</summary>
    /// <param name="prose">The stretch.</param>
    /// <param name="report">Takes findings and repairs, in positions relative to the stretch.</param>
    void Analyze(Prose prose, ReportFinding report);
}

/// <summary>Analyses a paper by its own text alone. Findings are kept with the paper and move with it.</summary>
public interface IPaperRule : IRule
{
    /// <summary>Reports what is wrong with a paper.</summary>
    void Analyze(PaperSyntax paper, ReportFinding report);
}

/// <summary>Analyses a digest by its own text alone.</summary>
public interface IDigestRule : IRule
{
    /// <summary>Reports what is wrong with a digest.</summary>
    /// <param name="digest">The root of its tree.</param>
    /// <param name="report">Takes the findings.</param>
    void Analyze(DigestSyntax digest, ReportFinding report);
}

/// <summary>Analyses what a digest says of papers that stand anywhere in the snapshot.</summary>
public interface ISnapshotRule : IRule
{
    /// <summary>Reports what is wrong with a digest, seen beside the others.</summary>
    /// <param name="snapshot">All digests.</param>
    /// <param name="document">The one that is analysed.</param>
    /// <param name="report">Takes the findings.</param>
    void Analyze(Snapshot snapshot, Document document, ReportSnapshotFinding report);
}

/// <summary>Analyses a digest by those of its papers that have copies.</summary>
public interface ICopiedDigestRule : IRule
{
    /// <summary>Reports what the copies of a digest's papers tell about the digest.</summary>
    /// <param name="document">The digest.</param>
    /// <param name="copied">Those of its papers that have copies, in order.</param>
    /// <param name="report">Takes the findings.</param>
    void Analyze(Document document, CopiedPapers copied, ReportCopyFinding report);
}

/// <summary>Analyses a paper that has copies elsewhere.</summary>
public interface ICopyRule : IRule
{
    /// <summary>Reports what a paper's copies tell about it.</summary>
    void Analyze(CopiedPaper paper, ReportCopyFinding report);
}

/// <summary>Analyses a file that configures digests.</summary>
public interface IConfigurationRule : IRule
{
    /// <summary>Reports what is wrong with a configuration file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="snapshot">The documents that it may configure, and all of its configuration.</param>
    /// <param name="report">Takes findings and repairs, in positions within the file.</param>
    void Analyze(ConfigurationFile file, Snapshot snapshot, ReportFinding report);
}

/// <summary>Takes a finding.</summary>
/// <param name="span">The characters that are at fault.</param>
/// <param name="message">One sentence, without a period.</param>
/// <param name="repair">What mends it, where that is known; it changes nothing outside the span.</param>
public delegate void ReportFinding(TextSpan span, string message, Repair? repair = null);

/// <summary>Takes a finding that may speak of other places.</summary>
/// <param name="span">The characters that are at fault.</param>
/// <param name="message">One sentence, without a period.</param>
/// <param name="repair">What mends it, where that is known; it changes nothing outside the span.</param>
/// <param name="related">The other places; the default value is none.</param>
public delegate void ReportSnapshotFinding(
    TextSpan span,
    string message,
    Repair? repair = null,
    ImmutableArray<RelatedLocation> related = default
);

/// <summary>Takes a finding about a paper and its copies.</summary>
/// <param name="span">The characters that are at fault.</param>
/// <param name="message">One sentence, without a period.</param>
/// <param name="copies">The copies that it speaks of.</param>
public delegate void ReportCopyFinding(TextSpan span, string message, IEnumerable<PaperCopy> copies);
