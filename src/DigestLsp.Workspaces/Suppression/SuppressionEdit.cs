namespace DigestLsp.Workspaces;

/// <summary>A file below <c>.digestlsp</c> and what it is to hold.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Before">What it held when the edit was made, null where there was no such file.</param>
/// <param name="After">What it is to hold.</param>
public sealed record SuppressionEdit(string Path, string? Before, string After)
{
    /// <summary>Marks a paper and others as different for good, beside the first one's document.</summary>
    /// <returns>The edit; null where the file cannot be used, and so not be written, or where the document was never saved.</returns>
    public static SuppressionEdit? MarkDifferent(Snapshot snapshot, PaperPlace place, params IReadOnlyCollection<PaperPlace> others) =>
        OfMarks(
            snapshot,
            place.Document,
            (marks, _) => new([.. marks.Different, .. others.Select(other => PairOf(place, other))], marks.Intended, marks.Extra)
        );

    /// <summary>Marks papers' standing in a digest as intended.</summary>
    /// <inheritdoc cref="MarkDifferent"/>
    public static SuppressionEdit? MarkIntended(Snapshot snapshot, Document document, params IReadOnlyCollection<int> papers) =>
        OfMarks(
            snapshot,
            document,
            (marks, root) =>
            {
                var file = SuppressionFile.RelativePath(root, document.Path);
                var intended = papers.Select(paper => new IntendedPaper(PaperMark.Of(new(document, paper)), file));
                return new(marks.Different, [.. marks.Intended, .. intended], marks.Extra);
            }
        );

    /// <summary>Accepts findings on a document.</summary>
    /// <param name="snapshot">The snapshot that the document belongs to.</param>
    /// <param name="document">The document.</param>
    /// <param name="find">Gives the findings, with paths relative to a folder.</param>
    /// <inheritdoc cref="MarkDifferent"/>
    public static SuppressionEdit? Accept(Snapshot snapshot, Document document, Func<string, IEnumerable<AcceptedFinding>> find)
    {
        var found = snapshot.Configuration.Suppressions.For(document.Path);
        if (!CanAccept(snapshot, document))
        {
            return null;
        }
        var path = found.BaselineFile?.Path ?? System.IO.Path.Combine(FolderOf(snapshot, document), BaselineFile.Name);
        var findings = find(SuppressionFile.RootOf(path));
        return new(
            path,
            found.BaselineFile?.Text.ToString(),
            SuppressionWriter.Write(found.Baseline.With(found.Baseline.Findings.Concat(findings)))
        );
    }

    /// <summary>Takes back what was said of papers.</summary>
    /// <param name="snapshot">The snapshot that the document belongs to.</param>
    /// <param name="document">The document.</param>
    /// <param name="different">Pairs that are different no more.</param>
    /// <param name="intended">Recurrences that are meant no more.</param>
    /// <returns>The edit; null where there is nothing to take back, or the file cannot be written.</returns>
    public static SuppressionEdit? TakeBack(
        Snapshot snapshot,
        Document document,
        IReadOnlyCollection<DifferentPair> different,
        IReadOnlyCollection<IntendedPaper> intended
    ) =>
        different.Count + intended.Count == 0
            ? null
            : OfMarks(
                snapshot,
                document,
                (marks, _) =>
                    new(
                        [.. marks.Different.Where(pair => !different.Contains(pair))],
                        [.. marks.Intended.Where(paper => !intended.Contains(paper))],
                        marks.Extra
                    )
            );

    /// <summary>Accepts findings no more.</summary>
    /// <inheritdoc cref="TakeBack(Snapshot, Document, IReadOnlyCollection{DifferentPair}, IReadOnlyCollection{IntendedPaper})"/>
    public static SuppressionEdit? TakeBack(Snapshot snapshot, Document document, IReadOnlyCollection<AcceptedFinding> findings) =>
        findings.Count > 0
        && CanAccept(snapshot, document)
        && snapshot.Configuration.Suppressions.For(document.Path).BaselineFile is { } file
            ? new(
                file.Path,
                file.Text.ToString(),
                SuppressionWriter.Write(file.Baseline.With(file.Baseline.Findings.Where(finding => !findings.Contains(finding))))
            )
            : null;

    /// <summary>Whether papers of a document can be marked: it has a place on disk, and the file is none that must be mended first.</summary>
    public static bool CanMark(Snapshot snapshot, Document document) =>
        System.IO.Path.IsPathFullyQualified(document.Path)
        && snapshot.Configuration.Suppressions.For(document.Path).DistinctFile?.Fault is null;

    /// <summary>Whether findings on a document can be accepted; see <see cref="CanMark"/>.</summary>
    public static bool CanAccept(Snapshot snapshot, Document document) =>
        System.IO.Path.IsPathFullyQualified(document.Path)
        && snapshot.Configuration.Suppressions.For(document.Path).BaselineFile?.Fault is null;

    private static SuppressionEdit? OfMarks(Snapshot snapshot, Document document, Func<DistinctMarks, string, DistinctMarks> change)
    {
        if (!CanMark(snapshot, document))
        {
            return null;
        }
        var found = snapshot.Configuration.Suppressions.For(document.Path);
        var path = System.IO.Path.Combine(FolderOf(snapshot, document), DistinctFile.Name);
        var marks = change(found.Marks, SuppressionFile.RootOf(path));
        return new(path, found.DistinctFile?.Text.ToString(), SuppressionWriter.Write(marks));
    }

    private static DifferentPair PairOf(PaperPlace place, PaperPlace other)
    {
        var (a, b) = (PaperMark.Of(place), PaperMark.Of(other));
        if (a.Identifiers.SharesAny(b.Identifiers))
        {
            // What both have cannot tell them apart: the text must.
            (a, b) = (a with { Identifiers = default }, b with { Identifiers = default });
        }
        return SuppressionWriter.Sorted(new(a, b));
    }

    private static string FolderOf(Snapshot snapshot, Document document) =>
        snapshot.Configuration.Suppressions.For(document.Path).Folder ?? FolderFor(snapshot, document.Path);

    /// <summary>Where marks for a document go that has no folder for them yet: beside the workspace's folder, else beside the document.</summary>
    public static string FolderFor(Snapshot snapshot, string document)
    {
        var root = snapshot.Folders.Where(folder => IsBelow(document, folder)).MaxBy(folder => folder.Length);
        return System.IO.Path.Combine(root ?? System.IO.Path.GetDirectoryName(document)!, SuppressionFile.FolderName);
    }

    /// <summary>Whether a path lies below a folder.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(
            System.IO.Path.TrimEndingDirectorySeparator(folder) + System.IO.Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
