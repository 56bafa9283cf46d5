using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// The paths of the documents that hold a content: one for each place, so that a path may come twice. Immutable. What came with many
/// documents at once is one hash table, which is made and searched in a tenth of the time that a persistent one needs; what changed since lies
/// over it.
/// </summary>
internal sealed class ContentPaths
{
    /// <summary>As long as changes are fewer than this, or than this part of the table, it stays what it is.</summary>
    private const int FewChanges = 1024;
    private const int PartOfChanges = 4;

    private readonly Dictionary<Hash128, ImmutableArray<string>> _table;

    /// <summary>The default array for what stands nowhere any more.</summary>
    private readonly ImmutableDictionary<Hash128, ImmutableArray<string>> _changes;

    private ContentPaths(
        Dictionary<Hash128, ImmutableArray<string>> table,
        ImmutableDictionary<Hash128, ImmutableArray<string>> changes,
        int count
    )
    {
        _table = table;
        _changes = changes;
        Count = count;
    }

    /// <summary>No content.</summary>
    public static ContentPaths None { get; } = new([], ImmutableDictionary<Hash128, ImmutableArray<string>>.Empty, 0);

    /// <summary>The number of contents that stand somewhere.</summary>
    public int Count { get; }

    /// <summary>Where a content stands that stands somewhere.</summary>
    public ImmutableArray<string> this[Hash128 content] => TryGetValue(content, out var paths) ? paths : throw new KeyNotFoundException();

    /// <summary>Whether a content stands anywhere.</summary>
    public bool ContainsKey(Hash128 content) => TryGetValue(content, out _);

    /// <summary>Where a content stands; false if it stands nowhere.</summary>
    public bool TryGetValue(Hash128 content, out ImmutableArray<string> paths) =>
        Find(_table, !_changes.IsEmpty && _changes.TryGetValue(content, out var changed) ? changed : null, content, out paths);

    /// <summary>Begins a change.</summary>
    /// <param name="expected">About how many contents are going to be added.</param>
    public Builder ToBuilder(int expected) => new(this, expected);

    private static bool Find(
        Dictionary<Hash128, ImmutableArray<string>> table,
        ImmutableArray<string>? changed,
        Hash128 content,
        out ImmutableArray<string> paths
    )
    {
        if (changed is { } known)
        {
            paths = known;
            return !known.IsDefault;
        }
        return table.TryGetValue(content, out paths);
    }

    /// <summary>Changes a copy.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<Hash128, ImmutableArray<string>> _table;

        /// <summary>Null where the table is the builder's own.</summary>
        private readonly ImmutableDictionary<Hash128, ImmutableArray<string>>.Builder? _changes;

        internal Builder(ContentPaths source, int expected)
        {
            Count = source.Count;
            if (source._changes.Count + expected < Math.Max(FewChanges, source._table.Count / PartOfChanges))
            {
                _table = source._table;
                _changes = source._changes.ToBuilder();
                return;
            }
            _table = new(source._table);
            _table.EnsureCapacity(source.Count + expected);
            foreach (var (content, paths) in source._changes)
            {
                if (paths.IsDefault)
                {
                    _table.Remove(content);
                }
                else
                {
                    _table[content] = paths;
                }
            }
        }

        public int Count { get; private set; }

        public bool ContainsKey(Hash128 content) => TryGetValue(content, out _);

        /// <summary>Adds a place of a content.</summary>
        /// <param name="content">The content.</param>
        /// <param name="path">The path alone, which many contents may share.</param>
        public void Add(Hash128 content, ImmutableArray<string> path)
        {
            if (_changes is null)
            {
                ref var paths = ref CollectionsMarshal.GetValueRefOrAddDefault(_table, content, out var exists);
                paths = exists ? paths.AddRange(path) : path;
                Count += exists ? 0 : 1;
                return;
            }
            var isKnown = TryGetValue(content, out var known);
            _changes[content] = isKnown ? known.AddRange(path) : path;
            Count += isKnown ? 0 : 1;
        }

        /// <summary>Removes a place of a content that stands there.</summary>
        public void Remove(Hash128 content, string path)
        {
            var rest = TryGetValue(content, out var known) ? known.Remove(path) : throw new KeyNotFoundException();
            Count -= rest.IsEmpty ? 1 : 0;
            if (_changes is null)
            {
                Set(_table, content, rest);
            }
            else if (rest.IsEmpty && !_table.ContainsKey(content))
            {
                _changes.Remove(content);
            }
            else
            {
                _changes[content] = rest.IsEmpty ? default : rest;
            }
        }

        public ContentPaths ToImmutable() =>
            new(_table, _changes?.ToImmutable() ?? ImmutableDictionary<Hash128, ImmutableArray<string>>.Empty, Count);

        public bool TryGetValue(Hash128 content, out ImmutableArray<string> paths) =>
            Find(_table, _changes is not null && _changes.TryGetValue(content, out var changed) ? changed : null, content, out paths);

        private static void Set(Dictionary<Hash128, ImmutableArray<string>> table, Hash128 content, ImmutableArray<string> paths)
        {
            if (paths.IsEmpty)
            {
                table.Remove(content);
            }
            else
            {
                table[content] = paths;
            }
        }
    }
}
