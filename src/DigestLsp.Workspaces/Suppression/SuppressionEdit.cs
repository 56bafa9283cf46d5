namespace DigestLsp.Workspaces;

/// <summary>A file below <c>.digestlsp</c> and what it is to hold.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Before">What it held when the edit was made, null where there was no such file.</param>
/// <param name="After">What it is to hold.</param>
public sealed record SuppressionEdit(string Path, string? Before, string After)
{
    /// <summary>Marks two papers as different for good, beside the first one's document.</summary>
    /// <returns>The edit; null where the file cannot be used, and so not be written, or where the document was never saved.</returns>
    public static SuppressionEdit? MarkDifferent(Snapshot snapshot, PaperPlace place, PaperPlace other)
    {
        var (a, b) = (PaperMark.Of(place), PaperMark.Of(other));
        if (a.Identifiers.SharesAny(b.Identifiers))
        {
            // What both have cannot tell them apart: the text must.
            (a, b) = (a with { Identifiers = default }, b with { Identifiers = default });
        }
        var pair = SuppressionWriter.Sorted(new(a, b));
        return OfMarks(snapshot, place, (marks, _) => new([.. marks.Different, pair], marks.Intended, marks.Extra));
    }

    /// <summary>Marks a paper's standing in its digest as intended.</summary>
    /// <inheritdoc cref="MarkDifferent"/>
    public static SuppressionEdit? MarkIntended(Snapshot snapshot, PaperPlace place) =>
        OfMarks(
            snapshot,
            place,
            (marks, root) =>
            {
                var intended = new IntendedPaper(PaperMark.Of(place), SuppressionFile.RelativePath(root, place.Document.Path));
                return new(marks.Different, [.. marks.Intended, intended], marks.Extra);
            }
        );

    private static SuppressionEdit? OfMarks(Snapshot snapshot, PaperPlace place, Func<DistinctMarks, string, DistinctMarks> change)
    {
        var document = place.Document.Path;
        if (!System.IO.Path.IsPathFullyQualified(document))
        {
            return null;
        }
        var found = snapshot.Configuration.Suppressions.For(document);
        if (found.DistinctFile?.Fault is not null)
        {
            return null;
        }
        var path = System.IO.Path.Combine(found.Folder ?? FolderFor(snapshot, document), DistinctFile.Name);
        var marks = change(found.Marks, SuppressionFile.RootOf(path));
        return new(path, found.DistinctFile?.Text.ToString(), SuppressionWriter.Write(marks));
    }

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
