using System.Collections.Concurrent;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary><c>check --update-baseline</c>: accepts what is found.</summary>
internal static class BaselineUpdate
{
    /// <summary>Writes the baselines of all documents, each file whole or not at all, and tells on standard error what became of it.</summary>
    /// <param name="snapshot">The documents.</param>
    /// <param name="isComplete">Whether nothing is missing of what was named: of what is, entries stay.</param>
    /// <param name="isWanted">Which findings are accepted; entries for others stay.</param>
    /// <param name="rules">The rules that are looked at, null for all.</param>
    /// <param name="file">The baseline, null for that of each document's folder.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="UnusableInputException">A file cannot be read or written.</exception>
    public static void Run(
        Snapshot snapshot,
        bool isComplete,
        Predicate<Diagnostic> isWanted,
        IReadOnlySet<string>? rules,
        string? file,
        CancellationToken cancellation
    )
    {
        var suppressions = snapshot.Configuration.Suppressions;
        var targets = snapshot
            .Documents.Where(document => Path.IsPathFullyQualified(document.Path))
            .GroupBy(document => file ?? Path.Combine(FolderOf(document), BaselineFile.Name))
            .OrderBy(target => target.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var target in targets)
        {
            var old = suppressions.For(target.First().Path).BaselineFile;
            if (old?.Fault is { } fault)
            {
                var position = old.Text.GetLinePosition(fault.Span.Start);
                var place = $"{DisplayPath.Of(old.Path)}:{position.Line + 1}:{position.Character + 1}";
                throw new UnusableInputException($"{place}: {fault.Message}");
            }
            Write(snapshot, isComplete, target.Key, old, [.. target], isWanted, rules, cancellation);
        }

        string FolderOf(Document document) => suppressions.For(document.Path).Folder ?? SuppressionEdit.FolderFor(snapshot, document.Path);
    }

    private static void Write(
        Snapshot snapshot,
        bool isComplete,
        string path,
        BaselineFile? old,
        Document[] documents,
        Predicate<Diagnostic> isWanted,
        IReadOnlySet<string>? rules,
        CancellationToken cancellation
    )
    {
        var root = SuppressionFile.RootOf(path);
        var baseline = old?.Baseline ?? Baseline.Empty;
        var found = new ConcurrentBag<AcceptedFinding>();
        Parallel.ForEach(
            documents,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            document =>
            {
                foreach (var (diagnostic, identity, accepted) in DocumentAnalysis.Identify(snapshot, document, root, cancellation))
                {
                    // What is accepted stays as it is written, and a failure of the tool is nothing to get used to.
                    if (accepted is not null || (isWanted(diagnostic) && diagnostic.Descriptor != RuleFailed.Descriptor))
                    {
                        found.Add(accepted ?? identity);
                    }
                }
            }
        );
        var files = documents.Select(document => SuppressionFile.RelativePath(root, document.Path)).ToHashSet();
        var isWhole = isComplete && snapshot.HoldsAllBelow(root);
        var titles = documents.SelectMany(document => document.Papers).Select(paper => paper.Facts.TitleKey).ToHashSet();
        var kept = baseline.Findings.Where(entry =>
            rules?.Contains(entry.Rule) == false
            || RuleCatalog.Descriptors.All(rule => rule.Id != entry.Rule)
            || (!isWhole && (RuleCatalog.LooksAtOthers(entry.Rule) || IsElsewhere(entry)))
        );
        var updated = baseline.With(found.Concat(kept).Distinct());
        if (old is null && updated.Findings.IsEmpty)
        {
            return;
        }
        var text = SuppressionWriter.Write(updated);
        if (text != old?.Text.ToString())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            OutputTarget.Write(path, output => output.Write(Encoding.UTF8.GetBytes(text)));
        }
        var added = updated.Findings.Except(baseline.Findings).Count();
        var gone = baseline.Findings.Except(updated.Findings).Count();
        Console.Error.WriteLine(
            $"digestlsp: {DisplayPath.Of(path)} accepts {updated.Findings.Length} findings: {added} new, {gone} removed"
        );

        bool IsElsewhere(AcceptedFinding entry) => entry.File is { } file ? !files.Contains(file) : !titles.Contains(entry.Paper!.TitleKey);
    }
}
