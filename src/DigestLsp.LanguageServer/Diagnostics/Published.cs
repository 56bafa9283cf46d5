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
    public static bool AreEqual(ImmutableArray<Diagnostic> left, ImmutableArray<Diagnostic> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }
        for (var i = 0; i < left.Length; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether two findings look the same in an editor.</summary>
    public static bool AreEqual(Diagnostic left, Diagnostic right) =>
        left.Descriptor == right.Descriptor
        && left.Severity == right.Severity
        && left.Range == right.Range
        && left.Message == right.Message
        && left.Related.SequenceEqual(right.Related);
}
