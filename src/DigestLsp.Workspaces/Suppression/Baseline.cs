using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A finding that was accepted, known by what it says and of which paper, never by its line.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="File">
/// The digest, relative to the baseline's folder, for findings about a paper's place among digests or about a digest; null for those about
/// a paper's own text, which go with it wherever it stands.
/// </param>
/// <param name="Paper">The paper; null for findings about a digest.</param>
/// <param name="Text">The characters at fault, as <see cref="BrokenText"/> gives them.</param>
/// <param name="Ordinal">How many findings that are equal in all this stand before it, in the paper or, where a file is given, in the file.</param>
/// <param name="Extra">What else stands in the entry, kept as it is.</param>
/// <param name="Span">Where it stands in the file; nowhere for one that was not read from a file.</param>
public sealed record AcceptedFinding(
    string Rule,
    string? File,
    PaperMark? Paper,
    string Text,
    int Ordinal,
    JsonExtras Extra = default,
    TextSpan Span = default
)
{
    /// <summary>Whether this accepts a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="paper">The paper that it stands on, where it is about one.</param>
    public bool Accepts(AcceptedFinding finding, PaperFacts? paper) =>
        Rule == finding.Rule
        && Ordinal == finding.Ordinal
        && Text == finding.Text
        && File == finding.File
        && (Paper is null ? finding.Paper is null : paper is not null && Paper.SimilarityTo(paper) is not null);
}

/// <summary>The findings that were accepted: <c>.digestlsp/baseline.json</c>.</summary>
public sealed class Baseline
{
    private readonly MarkLookup<AcceptedFinding> _ofPapers;
    private readonly ILookup<string?, AcceptedFinding> _ofFiles;
    private readonly HashSet<string> _rules;

    internal Baseline(ImmutableArray<AcceptedFinding> findings, JsonExtras extra = default)
    {
        Findings = findings;
        Extra = extra;
        _ofPapers = new(findings.Where(finding => finding.Paper is not null).Select(finding => (finding.Paper!, finding)));
        _ofFiles = findings.Where(finding => finding.Paper is null).ToLookup(finding => finding.File);
        _rules = [.. findings.Select(finding => finding.Rule)];
    }

    /// <summary>Nothing is accepted.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>What is accepted.</summary>
    public ImmutableArray<AcceptedFinding> Findings { get; }

    /// <summary>What else stands in the file, kept as it is.</summary>
    internal JsonExtras Extra { get; }

    /// <summary>A baseline of some findings, with all else that stands in this one.</summary>
    public Baseline With(IEnumerable<AcceptedFinding> findings) => new([.. findings], Extra);

    /// <summary>The entry that accepts a finding, null where none does.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="paper">The paper that it stands on, where it is about one.</param>
    public AcceptedFinding? Find(AcceptedFinding finding, PaperFacts? paper) =>
        CandidatesFor(finding.File, paper).FirstOrDefault(accepted => accepted.Accepts(finding, paper));

    /// <summary>Whether anything is accepted of a rule.</summary>
    public bool HasAnyOf(string rule) => _rules.Contains(rule);

    /// <summary>What is accepted in a digest and is about no paper.</summary>
    /// <param name="file">The digest, relative to the baseline's folder.</param>
    public IEnumerable<AcceptedFinding> FindingsIn(string file) => _ofFiles[file];

    /// <summary>What is accepted on a paper.</summary>
    public IEnumerable<AcceptedFinding> FindingsOn(PaperFacts paper) =>
        _ofPapers.Candidates(paper).Where(candidate => candidate.Mark.SimilarityTo(paper) is not null).Select(candidate => candidate.Value);

    /// <summary>Whether a finding on a paper or in a file may be accepted, so that it pays to look closer.</summary>
    /// <param name="rule">The finding's rule.</param>
    /// <param name="file">The digest, relative to the baseline's folder.</param>
    /// <param name="paper">The paper, where the finding is about one.</param>
    public bool MayAccept(string rule, string file, PaperFacts? paper) =>
        (paper is not null && _ofPapers.Candidates(paper).Any(candidate => candidate.Value.Rule == rule))
        || _ofFiles[file].Any(finding => finding.Rule == rule);

    private IEnumerable<AcceptedFinding> CandidatesFor(string? file, PaperFacts? paper) =>
        paper is null ? _ofFiles[file] : _ofPapers.Candidates(paper).Select(candidate => candidate.Value);
}
