using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>What a run of <c>fix</c> came to.</summary>
internal sealed class FixRun
{
    private readonly Snapshot _before;
    private Snapshot _after;

    private FixRun(Snapshot before) => _before = _after = before;

    /// <summary>Digests that were read, and papers in them before any was removed.</summary>
    public (int Files, int Papers) Read => (_before.DocumentCount, _before.Documents.Sum(document => document.Papers.Length));

    /// <summary>What was fixed, by file and rule.</summary>
    public List<FixCount> Counts { get; } = [];

    /// <summary>Files that could not be written, and why.</summary>
    public List<(string Path, string Message)> Problems { get; } = [];

    /// <summary>Fixes without touching a file.</summary>
    public static FixRun InMemory(FixedInput input, IReadOnlySet<string>? rules, CancellationToken cancellation)
    {
        var run = new FixRun(input.Snapshot);
        run.Take(Repairs.Plan(run._after, static _ => true, rules, cancellation));
        if (RemovalsIn(rules) is { } removals)
        {
            run.Take(CopyRemovals.Plan(run._after, static _ => true, removals, cancellation));
        }
        return run;
    }

    /// <summary>
    /// Fixes files. What repairs and completes papers is written first; only then is planned what to remove, on the files as they
    /// now stand, so that nothing is removed for the sake of a text that never reached the disk.
    /// </summary>
    public static FixRun InFiles(FixedInput input, IReadOnlySet<string>? rules, CancellationToken cancellation)
    {
        var run = new FixRun(input.Snapshot);
        var files = new FileEdits(new DiskFiles());
        var wrote = run.Write(files, Repairs.Plan(input.Snapshot, static _ => true, rules, cancellation), cancellation);
        if (RemovalsIn(rules) is { } removals)
        {
            if (wrote)
            {
                input.Reload(cancellation);
            }
            run.Write(files, CopyRemovals.Plan(input.Snapshot, static _ => true, removals, cancellation), cancellation);
        }
        return run;
    }

    /// <summary>Prints the changes as a patch.</summary>
    public void WritePatch(FixedInput input, Stream output)
    {
        foreach (var document in _before.Documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            var after = _after.GetDocument(document.Path)!;
            if (ReferenceEquals(document, after))
            {
                continue;
            }
            if (input.BytesOf(document) is { } bytes)
            {
                UnifiedPatch.Write(DisplayPath.Of(document.Path), bytes, input.BytesOf(after)!, output);
            }
            else
            {
                Problems.Add((document.Path, "was changed meanwhile; it is left out"));
            }
        }
    }

    /// <summary>Prints standard input as it is fixed.</summary>
    public void WriteText(FixedInput input, Stream output)
    {
        if (_after.GetDocument(CheckedInput.StandardInput) is { } document)
        {
            output.Write(input.BytesOf(document)!);
        }
    }

    private static HashSet<string>? RemovalsIn(IReadOnlySet<string>? rules) =>
        rules is not null && CopyRemovals.Rules.Where(rules.Contains).ToHashSet() is { Count: > 0 } removals ? removals : null;

    private void Take(FixAllResult planned)
    {
        _after = planned.After;
        Counts.AddRange(planned.Counts);
    }

    private bool Write(FileEdits files, FixAllResult planned, CancellationToken cancellation)
    {
        var result = files.Apply(planned.Edit, cancellation);
        var written = result.Written.ToHashSet();
        Counts.AddRange(planned.Counts.Where(count => written.Contains(count.Path)));
        Problems.AddRange(result.Problems.Select(problem => (problem.Path, problem.Message)));
        return written.Count > 0;
    }
}
