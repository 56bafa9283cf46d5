using System.Collections;
using System.Numerics;

namespace DigestLsp.Collections;

/// <summary>
/// A persistent sequence: a B+ tree whose nodes carry the sum of their items' summaries. Every operation returns a new
/// tree that shares all but O(log n) nodes with the old one; searching by any measure of the summary is O(log n).
/// Concatenation follows the rope of B-tree nodes described for the xi editor ("Rope science", R. Levien, 2016).
/// </summary>
/// <typeparam name="TItem">Immutable items.</typeparam>
/// <typeparam name="TSummary">What the nodes add up.</typeparam>
public readonly struct SummaryTree<TItem, TSummary> : IEnumerable<TItem>
    where TItem : class, ISummarized<TSummary>
    where TSummary : struct, IAdditionOperators<TSummary, TSummary, TSummary>
{
    private readonly SummaryNode<TItem, TSummary>? _root;

    private SummaryTree(SummaryNode<TItem, TSummary>? root) => _root = root;

    internal SummaryNode<TItem, TSummary>? Root => _root;

    /// <summary>The number of items.</summary>
    public int Count => _root?.ItemCount ?? 0;

    /// <summary>The sum of all items' summaries.</summary>
    public TSummary Summary => _root is null ? default : _root.Summary;

    /// <summary>The item at <paramref name="index"/>.</summary>
    public TItem this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _root!.ItemAt(index);
        }
    }

    /// <summary>Builds a tree of full nodes, bottom up, in O(n).</summary>
    public static SummaryTree<TItem, TSummary> Build(ReadOnlySpan<TItem> items) => new(SummaryNode<TItem, TSummary>.Build(items));

    /// <summary>The first <paramref name="count"/> items.</summary>
    public SummaryTree<TItem, TSummary> Take(int count) => new(_root?.Take(count));

    /// <summary>All but the first <paramref name="count"/> items.</summary>
    public SummaryTree<TItem, TSummary> Skip(int count) => new(_root?.Skip(count));

    /// <summary>The items of this tree and then those of <paramref name="next"/>.</summary>
    public SummaryTree<TItem, TSummary> Concat(SummaryTree<TItem, TSummary> next) =>
        _root is null ? next
        : next._root is null ? this
        : new(SummaryNode<TItem, TSummary>.Concat(_root, next._root));

    /// <summary>Replaces <paramref name="removed"/> items from <paramref name="index"/> on by <paramref name="inserted"/>.</summary>
    public SummaryTree<TItem, TSummary> Replace(int index, int removed, ReadOnlySpan<TItem> inserted)
    {
        // Typing replaces items one for one: copying the paths alone allocates a fraction of what cutting and joining does.
        if (removed == inserted.Length && removed <= 4)
        {
            var root = _root;
            for (var i = 0; i < inserted.Length; i++)
            {
                root = root!.With(index + i, inserted[i]);
            }
            return new(root);
        }
        return Take(index).Concat(Build(inserted)).Concat(Skip(index + removed));
    }

    /// <summary>
    /// Finds the item that holds the unit numbered <paramref name="target"/> of a measure: the last item whose preceding
    /// items measure at most <paramref name="target"/>.
    /// </summary>
    /// <param name="target">From 0; at or past the total, the last item is found.</param>
    /// <returns>The item's index, −1 in an empty tree, the summary of all items before it, and the item.</returns>
    public (int Index, TSummary Before, TItem? Item) Find<TMeasure>(int target)
        where TMeasure : IMeasure<TSummary> => _root is null ? (-1, default, null) : _root.Find<TMeasure>(target);

    /// <summary>The sum of the summaries of the first <paramref name="count"/> items.</summary>
    public TSummary SummaryOfFirst(int count) => _root is null ? default : _root.SummaryOfFirst(count);

    /// <summary>Finds the first item with a trait from an index on.</summary>
    /// <returns>The item's index, −1 if there is none, and the summary of all items before it.</returns>
    internal (int Index, TSummary Before) FindNext<TTrait>(in TTrait trait, int from)
        where TTrait : struct, IItemTrait<TItem, TSummary>
    {
        var before = default(TSummary);
        return _root is not null && _root.Any(trait, before) && _root.FindNext(trait, ref from, ref before)
            ? (from, before)
            : (-1, default);
    }

    /// <summary>
    /// How many items at the start, and how many of the others at the end, are the very same objects in two trees. Where one was made
    /// of the other by a few changes in one place, this takes O(log n).
    /// </summary>
    internal (int Prefix, int Suffix) CommonEnds(SummaryTree<TItem, TSummary> other)
    {
        if (_root is null || other._root is null)
        {
            return (0, 0);
        }
        var prefix = SummaryNode<TItem, TSummary>.CommonPrefix(_root, other._root);
        return (prefix, SummaryNode<TItem, TSummary>.CommonSuffix(_root, other._root, Math.Min(Count, other.Count) - prefix));
    }

    /// <summary>Enumerates from the item at <paramref name="index"/> on.</summary>
    public Enumerator EnumerateFrom(int index) => new(_root, index);

    /// <summary>Enumerates all items.</summary>
    public Enumerator GetEnumerator() => new(_root, 0);

    IEnumerator<TItem> IEnumerable<TItem>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the leaves in order; moving on is O(1) amortised.</summary>
    public struct Enumerator : IEnumerator<TItem>
    {
        private readonly SummaryNode<TItem, TSummary>? _root;
        private SummaryNode<TItem, TSummary>? _leaf;
        private int _slot;
        private int _next;

        internal Enumerator(SummaryNode<TItem, TSummary>? root, int index)
        {
            _root = root;
            _next = index;
        }

        /// <inheritdoc/>
        public readonly TItem Current => _leaf!.Item(_slot);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_root is null || _next >= _root.ItemCount)
            {
                return false;
            }
            if (_leaf is not null && _slot + 1 < _leaf.SlotCount)
            {
                _slot++;
            }
            else
            {
                (_leaf, _slot) = _root.LeafAt(_next);
            }
            _next++;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => throw new NotSupportedException();

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
