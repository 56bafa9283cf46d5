using System.Collections.Immutable;

namespace DigestLsp.Workspaces;

/// <summary>What was found in folders beside digests.</summary>
/// <param name="Linked">The folders and files outside of them that links lead to.</param>
/// <param name="Links">The links themselves.</param>
/// <param name="Unseen">What could not be looked into: folders that cannot be listed, and files that may be digests.</param>
internal sealed record ScannedPlaces(ImmutableHashSet<string> Linked, ImmutableHashSet<string> Links, ImmutableHashSet<string> Unseen)
{
    /// <summary>Nothing.</summary>
    public static ScannedPlaces None { get; } = new([], [], []);

    /// <summary>This, and what a scan came to.</summary>
    public ScannedPlaces With(FolderScan scan) =>
        new(
            Linked.Union(scan.Linked),
            Links.Union(scan.Links),
            Unseen.Union(scan.Problems.Select(problem => problem.Path).Where(Path.Exists))
        );
}
