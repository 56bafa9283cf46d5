namespace DigestLsp.Collections;

/// <content>What two trees have in common.</content>
internal sealed partial class SummaryNode<TItem, TSummary>
{
    /// <summary>How many items at the start are the very same objects in both trees.</summary>
    public static int CommonPrefix(SummaryNode<TItem, TSummary> left, SummaryNode<TItem, TSummary> right)
    {
        var shorter = Math.Min(left.ItemCount, right.ItemCount);
        var count = 0;
        while (count < shorter && SharedFrom(left, right, count) is > 0 and var shared)
        {
            count += shared;
        }
        return count;
    }

    /// <summary>How many items at the end, but at most so many, are the very same objects in both trees.</summary>
    public static int CommonSuffix(SummaryNode<TItem, TSummary> left, SummaryNode<TItem, TSummary> right, int most)
    {
        var count = 0;
        while (count < most && SharedUpTo(left, right, left.ItemCount - count, right.ItemCount - count, most - count) is > 0 and var shared)
        {
            count += shared;
        }
        return count;
    }

    /// <summary>The size of the largest node that begins at an index of both trees, 1 for an item alone, 0 where they differ.</summary>
    private static int SharedFrom(SummaryNode<TItem, TSummary> left, SummaryNode<TItem, TSummary> right, int index)
    {
        var other = index;
        while (true)
        {
            if (index == 0 && other == 0 && ReferenceEquals(left, right))
            {
                return left.ItemCount;
            }
            if (left._height == 1 && right._height == 1)
            {
                return ReferenceEquals(left.Item(index), right.Item(other)) ? 1 : 0;
            }
            var height = Math.Max(left._height, right._height);
            left = left._height == height ? left.Child(left.SlotOf(ref index)) : left;
            right = right._height == height ? right.Child(right.SlotOf(ref other)) : right;
        }
    }

    /// <summary>As <see cref="SharedFrom"/>, of what ends before an index.</summary>
    private static int SharedUpTo(SummaryNode<TItem, TSummary> left, SummaryNode<TItem, TSummary> right, int index, int other, int most)
    {
        while (true)
        {
            if (index == left.ItemCount && other == right.ItemCount && ReferenceEquals(left, right) && left.ItemCount <= most)
            {
                return left.ItemCount;
            }
            if (left._height == 1 && right._height == 1)
            {
                return ReferenceEquals(left.Item(index - 1), right.Item(other - 1)) ? 1 : 0;
            }
            var height = Math.Max(left._height, right._height);
            left = left._height == height ? left.ChildBefore(ref index) : left;
            right = right._height == height ? right.ChildBefore(ref other) : right;
        }
    }

    private SummaryNode<TItem, TSummary> ChildBefore(ref int index)
    {
        index--;
        var child = Child(SlotOf(ref index));
        index++;
        return child;
    }
}
