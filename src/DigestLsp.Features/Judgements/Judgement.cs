using System.Collections.Immutable;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>
/// What somebody says of a finding, instead of mending it, and what is kept beside the digests. Papers are named by their content, so
/// that what was said of one is not taken for another one's after an edit.
/// </summary>
/// <param name="Path">The document that the finding stands in.</param>
public abstract record Judgement(string Path);

/// <summary>A paper and others are different, however alike they look.</summary>
/// <param name="Path">The document that the paper stands in.</param>
/// <param name="Paper">The paper's content.</param>
/// <param name="Others">The contents of the others.</param>
public sealed record DifferentPapers(string Path, Hash128 Paper, ImmutableArray<Hash128> Others) : Judgement(Path);

/// <summary>Papers are meant to stand in a digest again.</summary>
/// <param name="Path">The digest.</param>
/// <param name="Papers">The contents of the papers.</param>
public sealed record IntendedPapers(string Path, ImmutableArray<Hash128> Papers) : Judgement(Path);

/// <summary>A finding stays as it is.</summary>
/// <param name="Path">The document that it stands in.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Message">What it says, so that no other one is taken for it.</param>
public sealed record AcceptedDiagnostic(string Path, string Rule, LinePositionSpan Range, string Message) : Judgement(Path);

/// <summary>What was said of a paper or a digest counts no more.</summary>
/// <param name="Path">The digest.</param>
/// <param name="What">What was said.</param>
/// <param name="Paper">The content of the paper that it was said of; null for a digest.</param>
/// <param name="Rule">The id of the rule whose findings were accepted; null for marks.</param>
public sealed record TakenBack(string Path, TakenBackKind What, Hash128? Paper, string? Rule) : Judgement(Path);

/// <summary>What is taken back.</summary>
public enum TakenBackKind
{
    /// <summary>That a paper and others are different.</summary>
    Different,

    /// <summary>That a paper is meant to stand in a digest again.</summary>
    Intended,

    /// <summary>That findings stay as they are.</summary>
    Accepted,
}
