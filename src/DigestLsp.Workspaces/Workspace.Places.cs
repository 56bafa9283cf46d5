using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

public sealed partial class Workspace
{
    private ImmutableHashSet<string> _folders = [];
    private ScannedPlaces _found = ScannedPlaces.None;

    /// <summary>The folders that were loaded, with those that are not there and may come.</summary>
    public IReadOnlyCollection<string> Folders => _folders;

    /// <summary>Where to look for changes: all folders, and the folders and files that links in them lead to.</summary>
    public IReadOnlyCollection<string> Places => _folders.Union(_found.Linked);

    /// <summary>Whether a path is that of a folder in which digests are looked for; or was, and digests are known that were in it.</summary>
    public bool IsFolder(string path) =>
        Directory.Exists(path)
            ? Covers(path)
            : !File.Exists(path) && ClosedOf(Current).Concat(_found.Links).Any(known => SuppressionEdit.IsBelow(known, path));

    /// <summary>
    /// Whether a path is that of a link which leads to digests or may do so, or did when folders were looked through last: what is found by
    /// it is known by the path to which it leads.
    /// </summary>
    /// <param name="path">An absolute path in which links are followed but for its last name.</param>
    public bool IsLink(string path) =>
        _found.Links.Contains(path) || (IsLinkNow(path) && (File.Exists(path) ? Belongs(path) : Covers(path)));

    private static bool IsLinkNow(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether digests are looked for at a path or below it: it lies below a loaded folder and in none that is passed over, or above one.
    /// </summary>
    /// <param name="path">The absolute path of a file or folder.</param>
    public bool Covers(string path)
    {
        var configuration = Current.Configuration;
        return Places.Any(place =>
            place == path
            || SuppressionEdit.IsBelow(place, path)
            || (SuppressionEdit.IsBelow(path, place) && FolderScan.Reaches(place, path, configuration))
        );
    }

    private bool Belongs(string path)
    {
        try
        {
            return Covers(path)
                && RegularFile.Exists(path)
                && (_found.Linked.Contains(path) || FolderScan.IsDigest(path, Current.Configuration));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return IsKnown(Current, path);
        }
    }

    private bool IsBelowFolder(string path) => Places.Any(place => place == path || SuppressionEdit.IsBelow(path, place));
}
