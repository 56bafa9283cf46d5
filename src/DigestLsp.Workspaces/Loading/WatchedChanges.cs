namespace DigestLsp.Workspaces;

/// <summary>What happened in watched folders since the last report.</summary>
/// <param name="Paths">Files and folders that were created, changed, renamed or deleted, each once.</param>
/// <param name="IsIncomplete">Whether more happened than could be told, so that everything has to be looked at.</param>
public readonly record struct WatchedChanges(IReadOnlyCollection<string> Paths, bool IsIncomplete);
