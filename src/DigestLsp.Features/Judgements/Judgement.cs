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
