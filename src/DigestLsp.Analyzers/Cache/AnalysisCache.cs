using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>The cache of all that <see cref="DocumentAnalysis.Prepare"/> computes.</summary>
public static class AnalysisCache
{
    /// <summary>A cache in a folder.</summary>
    public static FactsCache In(CacheFolder folder) => new(folder, new StoredFindings(), new StoredMetadata(), new StoredBrokenTexts());
}
