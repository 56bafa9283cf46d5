using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.LanguageServer;

/// <summary>What the client was last told about a document.</summary>
/// <param name="Document">The document that it was told about; null for a file that cannot be read.</param>
/// <param name="Diagnostics">The findings, by place.</param>
internal sealed record Published(Document? Document, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether the client need not be told anything new. A new version of an open document is something new.</summary>
    public bool Covers(Document? document, ImmutableArray<Diagnostic> diagnostics) =>
        (document is not { IsOpen: true } || document.Version == Document?.Version) && AreEqual(Diagnostics, diagnostics);

    /// <summary>Whether two lists of findings say the same.</summary>
    public static bool AreEqual(ImmutableArray<Diagnostic> left, ImmutableArray<Diagnostic> right) =>
        left.Length == right.Length && CommonEnds(left, right).Prefix == left.Length;

    /// <summary>How many findings at the start, and how many of the others at the end, look the same in two lists: nearly all after a key typed.</summary>
    public static (int Prefix, int Suffix) CommonEnds(ImmutableArray<Diagnostic> left, ImmutableArray<Diagnostic> right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        var (prefix, suffix) = (0, 0);
        while (prefix < shorter && AreEqual(left[prefix], right[prefix]))
        {
            prefix++;
        }
        while (suffix < shorter - prefix && AreEqual(left[^(suffix + 1)], right[^(suffix + 1)]))
        {
            suffix++;
        }
        return (prefix, suffix);
    }

    /// <summary>Whether two findings look the same in an editor.</summary>
    public static bool AreEqual(Diagnostic left, Diagnostic right) =>
        left.Descriptor == right.Descriptor
        && left.Severity == right.Severity
        && left.Range == right.Range
        && left.Message == right.Message
        && left.Related.SequenceEqual(right.Related);
}
