using System.Collections.Concurrent;
using System.Text;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>What was accepted and marked for the documents of one folder.</summary>
/// <param name="Folder">The nearest <c>.digestlsp</c> folder at or above it, null where there is none.</param>
/// <param name="BaselineFile">The baseline that counts, null where there is none.</param>
/// <param name="DistinctFile">The marks that count, null where there are none.</param>
public sealed record FolderSuppressions(string? Folder, BaselineFile? BaselineFile, DistinctFile? DistinctFile)
{
    /// <summary>Nothing was accepted or marked.</summary>
    public static FolderSuppressions None { get; } = new(null, null, null);

    /// <summary>The accepted findings.</summary>
    public Baseline Baseline => BaselineFile?.Baseline ?? Baseline.Empty;

    /// <summary>The marks.</summary>
    public DistinctMarks Marks => DistinctFile?.Marks ?? DistinctMarks.None;
}

/// <summary>
/// The files in <c>.digestlsp</c> folders: for each document those of the nearest such folder at or above it. They are read when a
/// document is first asked about, and kept; after a change, a new value is made.
/// </summary>
public sealed class SuppressionFiles
{
    private readonly ConcurrentDictionary<string, FolderSuppressions> _byFolder = new();
    private readonly ConcurrentDictionary<string, SuppressionFile?> _files = new();
    private readonly string? _baseline;

    /// <summary>Reads what is found.</summary>
    public SuppressionFiles() { }

    /// <summary>Reads one baseline instead of those that would be found; marks are looked for as ever.</summary>
    /// <param name="baseline">Its path. Nothing is accepted where there is no such file.</param>
    public SuppressionFiles(string baseline) => _baseline = Path.GetFullPath(baseline);

    /// <summary>The files that were read so far.</summary>
    public IEnumerable<SuppressionFile> Files => _files.Values.OfType<SuppressionFile>();

    /// <summary>Whether a path is that of such a file, or of the folder that holds them, with which they come and go.</summary>
    public static bool IsOne(string path) =>
        Path.GetFileName(path) == SuppressionFile.FolderName
        || (
            Path.GetFileName(path) is BaselineFile.Name or DistinctFile.Name
            && Path.GetFileName(Path.GetDirectoryName(path)) == SuppressionFile.FolderName
        );

    /// <summary>What counts for a document.</summary>
    /// <param name="document">An absolute path, or the URI of a document that was never saved, which has nothing.</param>
    public FolderSuppressions For(string document) =>
        !Path.IsPathFullyQualified(document) ? FolderSuppressions.None
        : _byFolder.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Path.GetDirectoryName(document.AsSpan()), out var known) ? known
        : _byFolder.GetOrAdd(Path.GetDirectoryName(document) ?? document, Read);

    /// <summary>Whether two papers are marked as different beside either of their documents. Symmetric.</summary>
    public bool AreDifferent(string document, PaperFacts paper, string otherDocument, PaperFacts other)
    {
        var marks = For(document).Marks;
        var otherMarks = For(otherDocument).Marks;
        return marks.AreDifferent(paper, other) || (!ReferenceEquals(marks, otherMarks) && otherMarks.AreDifferent(paper, other));
    }

    private FolderSuppressions Read(string folder)
    {
        string? found = null;
        for (var at = folder; at is not null && found is null; at = Path.GetDirectoryName(at))
        {
            found = Directory.Exists(Path.Combine(at, SuppressionFile.FolderName)) ? Path.Combine(at, SuppressionFile.FolderName) : null;
        }
        var baseline = _baseline ?? (found is null ? null : Path.Combine(found, BaselineFile.Name));
        return new(
            found,
            baseline is null ? null : (BaselineFile?)_files.GetOrAdd(baseline, ReadBaseline),
            found is null ? null : (DistinctFile?)_files.GetOrAdd(Path.Combine(found, DistinctFile.Name), ReadDistinct)
        );
    }

    private static BaselineFile? ReadBaseline(string path) =>
        ReadText(path) is not { } read ? null
        : read.Fault is { } fault ? new(path, SourceText.Empty, [fault], fault, Baseline.Empty)
        : SuppressionReader.ReadBaseline(path, read.Text);

    private static DistinctFile? ReadDistinct(string path) =>
        ReadText(path) is not { } read ? null
        : read.Fault is { } fault ? new(path, SourceText.Empty, [fault], fault, DistinctMarks.None)
        : SuppressionReader.ReadDistinct(path, read.Text);

    private static (string Text, ConfigurationProblem? Fault)? ReadText(string path)
    {
        try
        {
            if (!RegularFile.Exists(path))
            {
                return null;
            }
            var bytes = DocumentReader.WithoutByteOrderMark(File.ReadAllBytes(path));
            return System.Text.Unicode.Utf8.IsValid(bytes)
                ? (Encoding.UTF8.GetString(bytes), null)
                : (string.Empty, new(default, "This file is not used: it is not UTF-8; restore it from version control or delete it"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (string.Empty, new(default, $"This file is not used: it cannot be read ({exception.Message})"));
        }
    }
}
