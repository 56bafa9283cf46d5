using DigestLsp.Syntax;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// Offered by a rule whose findings are mended by more than their own text: by what copies of the paper hold, or by what the
/// file's name says.
/// </summary>
public interface ICodeFixProvider
{
    /// <summary>The ways to mend a finding of the rule, the best first.</summary>
    IEnumerable<CodeFix> GetFixes(FixContext context);
}

/// <summary>A finding that is to be mended, and where it stands.</summary>
/// <param name="snapshot">All documents.</param>
/// <param name="document">The document.</param>
/// <param name="tree">Its syntax.</param>
/// <param name="diagnostic">The finding.</param>
public sealed class FixContext(Snapshot snapshot, Document document, SyntaxTree tree, Diagnostic diagnostic)
{
    private CopiedPaper? _copied;

    /// <summary>All documents.</summary>
    public Snapshot Snapshot { get; } = snapshot;

    /// <summary>The document.</summary>
    public Document Document { get; } = document;

    /// <summary>Its syntax.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>The paper that the finding stands in.</summary>
    public PaperPlace Place { get; } = new(document, document.PaperAt(diagnostic.Span.Start));

    /// <summary>The paper's syntax.</summary>
    public PaperSyntax Paper => Tree.Root.GetPaper(Place.Index);

    /// <summary>The paper with its copies, null where it has none.</summary>
    public CopiedPaper? Copied => _copied ??= Snapshot.CopiesOf(Place) is { IsEmpty: false } copies ? new(Place, copies) : null;
}
