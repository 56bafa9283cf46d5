using DigestLsp.Features;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>What <c>format</c> changes, and what came of it.</summary>
internal sealed class FormatRun
{
    private readonly FixedInput _input;
    private readonly List<DocumentEdit> _edits = [];

    private FormatRun(FixedInput input) => _input = input;

    /// <summary>Digests that were read.</summary>
    public int Files => _input.Snapshot.DocumentCount;

    /// <summary>The files that change, or have changed, by path.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    /// <summary>Files that could not be written, and why.</summary>
    public List<(string Path, string Message)> Problems { get; } = [];

    /// <summary>Lays digests out, without touching a file.</summary>
    public static FormatRun Plan(FixedInput input, CancellationToken cancellation)
    {
        var run = new FormatRun(input);
        foreach (var document in input.Snapshot.Documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var changes = DocumentFormatting.Of(document, insertFinalLineEnd: false);
            if (!changes.IsEmpty)
            {
                run._edits.Add(new(document, changes));
            }
        }
        run.Changed = [.. run._edits.Select(edit => edit.Document.Path)];
        return run;
    }

    /// <summary>Writes the files, each whole or not at all.</summary>
    public void Apply(CancellationToken cancellation)
    {
        var result = new FileEdits(new DiskFiles()).Apply(new([.. _edits]), cancellation);
        Problems.AddRange(result.Problems.Select(problem => (problem.Path, problem.Message)));
        Changed = [.. result.Written];
    }

    /// <summary>Prints the changes as a patch.</summary>
    public void WritePatch(Stream output)
    {
        foreach (var edit in _edits)
        {
            if (_input.BytesOf(edit.Document) is { } before && _input.BytesOf(After(edit)) is { } after)
            {
                UnifiedPatch.Write(DisplayPath.Of(edit.Document.Path), before, after, output);
            }
            else
            {
                Problems.Add((edit.Document.Path, "was changed meanwhile; it is left out"));
            }
        }
    }

    /// <summary>Prints standard input as it is laid out.</summary>
    public void WriteText(Stream output)
    {
        if (_input.Snapshot.GetDocument(CheckedInput.StandardInput) is { } document)
        {
            output.Write(_input.BytesOf(_edits.Count == 0 ? document : After(_edits[0]))!);
        }
    }

    private static Document After(DocumentEdit edit) =>
        Document.Open(edit.Document.Path, 0, edit.Document.GetTree()!.WithChanges([.. edit.Changes]));
}
