using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>A ranking index that is made when somebody asks for it. All who ask meanwhile wait for the same.</summary>
internal sealed class RankingInMaking
{
    private readonly Lazy<RankingIndex> _index;
    private volatile bool _hasFailed;

    /// <summary>An index that nobody has asked for yet.</summary>
    public RankingInMaking(Func<RankingIndex> make) =>
        _index = new(() =>
        {
            try
            {
                return make();
            }
            catch
            {
                _hasFailed = true;
                throw;
            }
        });

    /// <summary>Whether making it failed: it will never be there, and another one must be made.</summary>
    public bool HasFailed => _hasFailed;

    /// <summary>Whether it is there.</summary>
    public bool IsMade => _index.IsValueCreated;

    /// <summary>The index, once it is made.</summary>
    public RankingIndex Value => _index.Value;
}
