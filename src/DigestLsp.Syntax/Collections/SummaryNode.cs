using System.Numerics;
using System.Runtime.CompilerServices;

namespace DigestLsp.Collections;

/// <summary>
/// A node of a <see cref="SummaryTree{TItem,TSummary}"/>. Leaves (height 1) hold items, the others hold nodes one lower.
/// Every node but the root has <see cref="Min"/> to <see cref="Max"/> slots in use.
/// </summary>
internal sealed partial class SummaryNode<TItem, TSummary>
    where TItem : class, ISummarized<TSummary>
    where TSummary : struct, IAdditionOperators<TSummary, TSummary, TSummary>
{
    public const int Min = 4;
    public const int Max = 8;

    private readonly Slots _slots;
    private readonly byte _slotCount;
    private readonly byte _height;

    private SummaryNode(ReadOnlySpan<object> slots, int height)
    {
        _slotCount = (byte)slots.Length;
        _height = (byte)height;
        slots.CopyTo(_slots);
        if (height == 1)
        {
            ItemCount = slots.Length;
            foreach (var item in slots)
            {
                Summary += Unsafe.As<TItem>(item).Summary;
            }
            return;
        }
        foreach (var child in slots)
        {
            var node = Unsafe.As<SummaryNode<TItem, TSummary>>(child);
            ItemCount += node.ItemCount;
            Summary += node.Summary;
        }
    }

    public TSummary Summary { get; }

    public int ItemCount { get; }

    public int SlotCount => _slotCount;

    public int Height => _height;

    private ReadOnlySpan<object> Used => ((ReadOnlySpan<object>)_slots)[.._slotCount];

    public TItem Item(int slot) => Unsafe.As<TItem>(_slots[slot]);

    public SummaryNode<TItem, TSummary> Child(int slot) => Unsafe.As<SummaryNode<TItem, TSummary>>(_slots[slot]);

    public static SummaryNode<TItem, TSummary>? Build(ReadOnlySpan<TItem> items)
    {
        if (items.IsEmpty)
        {
            return null;
        }
        var level = new object[(items.Length + Max - 1) / Max];
        var count = Pack(ReadOnlySpan<object>.CastUp(items), level, 1);
        for (var height = 2; count > 1; height++)
        {
            count = Pack(level.AsSpan(0, count), level, height);
        }
        return Unsafe.As<SummaryNode<TItem, TSummary>>(level[0]);
    }

    /// <summary>Packs one level into nodes of the next, which may be written over it; the last two share what would underfill one.</summary>
    private static int Pack(ReadOnlySpan<object> level, Span<object> nodes, int height)
    {
        var count = 0;
        while (!level.IsEmpty)
        {
            var size = level.Length is > Max and < Max + Min ? level.Length - Min : Math.Min(Max, level.Length);
            nodes[count++] = new SummaryNode<TItem, TSummary>(level[..size], height);
            level = level[size..];
        }
        return count;
    }

    public (SummaryNode<TItem, TSummary> Leaf, int Slot) LeafAt(int index)
    {
        var node = this;
        while (node._height > 1)
        {
            var slot = node.SlotOf(ref index);
            node = node.Child(slot);
        }
        return (node, index);
    }

    public TItem ItemAt(int index)
    {
        var (leaf, slot) = LeafAt(index);
        return leaf.Item(slot);
    }

    /// <summary>The slot of an inner node that holds an item, whose index becomes relative to that slot.</summary>
    private int SlotOf(ref int index)
    {
        var slot = 0;
        while (index >= Child(slot).ItemCount && slot < _slotCount - 1)
        {
            index -= Child(slot).ItemCount;
            slot++;
        }
        return slot;
    }

    public SummaryNode<TItem, TSummary> With(int index, TItem item)
    {
        Slots copy = _slots;
        Span<object> slots = copy;
        if (_height == 1)
        {
            slots[index] = item;
        }
        else
        {
            var slot = SlotOf(ref index);
            slots[slot] = Child(slot).With(index, item);
        }
        return new(slots[.._slotCount], _height);
    }

    public (int Index, TSummary Before, TItem Item) Find<TMeasure>(int target)
        where TMeasure : IMeasure<TSummary>
    {
        var node = this;
        var before = default(TSummary);
        var index = 0;
        while (true)
        {
            var slot = 0;
            for (; slot < node._slotCount - 1; slot++)
            {
                var next = before + (node._height == 1 ? node.Item(slot).Summary : node.Child(slot).Summary);
                if (TMeasure.Of(next) > target)
                {
                    break;
                }
                before = next;
                index += node._height == 1 ? 1 : node.Child(slot).ItemCount;
            }
            if (node._height == 1)
            {
                return (index, before, node.Item(slot));
            }
            node = node.Child(slot);
        }
    }

    public TSummary SummaryOfFirst(int count)
    {
        if (count >= ItemCount)
        {
            return Summary;
        }
        var sum = default(TSummary);
        var node = this;
        while (node._height > 1)
        {
            var slot = 0;
            while (count >= node.Child(slot).ItemCount)
            {
                sum += node.Child(slot).Summary;
                count -= node.Child(slot).ItemCount;
                slot++;
            }
            node = node.Child(slot);
        }
        for (var slot = 0; slot < count; slot++)
        {
            sum += node.Item(slot).Summary;
        }
        return sum;
    }

    public SummaryNode<TItem, TSummary>? Take(int count)
    {
        if (count >= ItemCount)
        {
            return this;
        }
        if (count <= 0)
        {
            return null;
        }
        if (_height == 1)
        {
            return new(Used[..count], 1);
        }
        var rest = count;
        var slot = SlotOf(ref rest);
        return Join(Of(Used[..slot], _height), Child(slot).Take(rest));
    }

    public SummaryNode<TItem, TSummary>? Skip(int count)
    {
        if (count <= 0)
        {
            return this;
        }
        if (count >= ItemCount)
        {
            return null;
        }
        if (_height == 1)
        {
            return new(Used[count..], 1);
        }
        var rest = count;
        var slot = SlotOf(ref rest);
        return Join(Child(slot).Skip(rest), Of(Used[(slot + 1)..], _height));
    }

    private static SummaryNode<TItem, TSummary>? Join(SummaryNode<TItem, TSummary>? left, SummaryNode<TItem, TSummary>? right) =>
        left is null ? right
        : right is null ? left
        : Concat(left, right);

    /// <summary>A node over these children; a single child stands for itself, one lower.</summary>
    private static SummaryNode<TItem, TSummary>? Of(ReadOnlySpan<object> children, int height) =>
        children.Length switch
        {
            0 => null,
            1 => Unsafe.As<SummaryNode<TItem, TSummary>>(children[0]),
            _ => new(children, height),
        };

    public static SummaryNode<TItem, TSummary> Concat(SummaryNode<TItem, TSummary> left, SummaryNode<TItem, TSummary> right)
    {
        if (left._height == right._height)
        {
            return left._slotCount >= Min && right._slotCount >= Min
                ? new([left, right], left._height + 1)
                : Merge(left.Used, right.Used, left._height);
        }
        if (left._height < right._height)
        {
            var joined = Concat(left, right.Child(0));
            return joined._height == right._height
                ? Merge(joined.Used, right.Used[1..], right._height)
                : Merge([joined], right.Used[1..], right._height);
        }
        else
        {
            var joined = Concat(left.Child(left._slotCount - 1), right);
            return joined._height == left._height
                ? Merge(left.Used[..^1], joined.Used, left._height)
                : Merge(left.Used[..^1], [joined], left._height);
        }
    }

    /// <summary>One node over both runs of slots or, where that is too many, two halves under a new parent.</summary>
    private static SummaryNode<TItem, TSummary> Merge(ReadOnlySpan<object> left, ReadOnlySpan<object> right, int height)
    {
        var count = left.Length + right.Length;
        DoubleSlots both = default;
        Span<object> slots = both;
        left.CopyTo(slots);
        right.CopyTo(slots[left.Length..]);
        if (count <= Max)
        {
            return new(slots[..count], height);
        }
        var half = count / 2;
        var first = new SummaryNode<TItem, TSummary>(slots[..half], height);
        var second = new SummaryNode<TItem, TSummary>(slots[half..count], height);
        return new([first, second], height + 1);
    }

    [InlineArray(Max)]
    private struct Slots
    {
        private object _first;
    }

    [InlineArray(2 * Max)]
    private struct DoubleSlots
    {
        private object _first;
    }
}
