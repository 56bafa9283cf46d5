using System.Numerics;
using DigestLsp.Collections;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Syntax.Tests.Collections;

/// <summary>The persistent sequence does what a plain list does, and its nodes stay balanced.</summary>
public class SummaryTreeTests
{
    /// <summary>One operation; its numbers are taken modulo what the tree at hand allows, so that it can follow any other.</summary>
    public sealed record Step(string Name, int First, int Second, int Length);

    private static readonly Arbitrary<Step[]> Steps = Arb.From(
        (
            from name in Gen.Elements("Build", "Take", "Skip", "Prepend", "Append", "Replace", "ReplaceAlike")
            from first in Gen.Choose(0, 10_000)
            from second in Gen.Choose(0, 10_000)
            from length in Gen.Frequency((4, Gen.Choose(0, 12)), (1, Gen.Choose(0, 600)))
            select new Step(name, first, second, length)
        ).ArrayOf(),
        ShrinkSteps
    );

    [Fact]
    public void It_equals_a_plain_list_after_any_steps()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Steps, Follow));
    }

    [Fact]
    public void An_empty_tree_finds_nothing()
    {
        var empty = default(SummaryTree<Item, Sum>);

        Assert.Equal((-1, default, null), empty.Find<ByWeight>(0));
        Assert.Empty(empty);
        Assert.Throws<ArgumentOutOfRangeException>(() => empty[0]);
    }

    [Fact]
    public void An_edit_of_a_large_tree_shares_all_but_a_path()
    {
        var tree = Build(NewItems(100_000));

        var edited = tree.Replace(50_000, 1, NewItems(1).ToArray());

        Assert.InRange(NodesOf(edited.Root!).Except(NodesOf(tree.Root!)).Count(), 1, 10);
    }

    private static void Follow(Step[] steps)
    {
        var list = new List<Item>();
        var tree = default(SummaryTree<Item, Sum>);
        foreach (var step in steps)
        {
            var before = (list, tree);
            (list, tree) = Do(step, list, tree);
            CheckEqual(list, tree);
            CheckCommonEnds(before.list, before.tree, list, tree);
            CheckTrait(list, tree);
            CheckNode(tree.Root, isRoot: true);
        }
    }

    private static void CheckCommonEnds(List<Item> oldList, SummaryTree<Item, Sum> oldTree, List<Item> list, SummaryTree<Item, Sum> tree)
    {
        var shorter = Math.Min(oldList.Count, list.Count);
        var prefix = oldList.Zip(list).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
        var suffix = Enumerable
            .Reverse(oldList)
            .Zip(Enumerable.Reverse(list))
            .TakeWhile(pair => ReferenceEquals(pair.First, pair.Second))
            .Count();
        Assert.Equal((prefix, Math.Min(suffix, shorter - prefix)), oldTree.CommonEnds(tree));
    }

    private static void CheckTrait(List<Item> list, SummaryTree<Item, Sum> tree)
    {
        var found = new List<Item>();
        for (var next = 0; ; next++)
        {
            (next, var before) = tree.FindNext(default(IsHeavy), next);
            if (next < 0)
            {
                break;
            }
            Assert.Equal(tree.SummaryOfFirst(next), before);
            found.Add(list[next]);
        }
        Assert.Equal(list.Where(item => item.Weight % 7 == 0), found);
    }

    private static (List<Item>, SummaryTree<Item, Sum>) Do(Step step, List<Item> list, SummaryTree<Item, Sum> tree)
    {
        var index = step.First % (list.Count + 1);
        var removed = step.Second % (Math.Min(list.Count - index, step.Length) + 1);
        var items = NewItems(step.Length);
        switch (step.Name)
        {
            case "Build":
                return (items, Build(items));
            case "Take":
                return (list[..index], tree.Take(index));
            case "Skip":
                return (list[index..], tree.Skip(index));
            case "Prepend":
                return ([.. items, .. list], Build(items).Concat(tree));
            case "Append":
                return ([.. list, .. items], tree.Concat(Build(items)));
            case "Replace":
                return ([.. list[..index], .. items, .. list[(index + removed)..]], tree.Replace(index, removed, items.ToArray()));
            default:
                items = NewItems(removed);
                return ([.. list[..index], .. items, .. list[(index + removed)..]], tree.Replace(index, removed, items.ToArray()));
        }
    }

    private static void CheckEqual(List<Item> list, SummaryTree<Item, Sum> tree)
    {
        Assert.Equal(list.Count, tree.Count);
        Assert.True(list.SequenceEqual(tree));
        Assert.Equal(list.Aggregate(default(Sum), (sum, item) => sum + item.Summary), tree.Summary);
        foreach (var index in (int[])[0, 1, list.Count / 3, list.Count / 2, list.Count - 1])
        {
            if (index < 0 || index >= list.Count)
            {
                continue;
            }
            var before = list.Take(index).Aggregate(default(Sum), (sum, item) => sum + item.Summary);
            Assert.Same(list[index], tree[index]);
            Assert.Equal(before, tree.SummaryOfFirst(index));
            Assert.Equal((index, before, list[index]), tree.Find<ByWeight>(before.Weight));
            Assert.Equal((index, before, list[index]), tree.Find<ByWeight>(before.Weight + list[index].Weight - 1));
            var rest = tree.EnumerateFrom(index);
            Assert.True(rest.MoveNext());
            Assert.Same(list[index], rest.Current);
        }
        if (list.Count > 0)
        {
            Assert.Equal(list.Count - 1, tree.Find<ByWeight>(int.MaxValue).Index);
        }
    }

    private static void CheckNode(SummaryNode<Item, Sum>? node, bool isRoot)
    {
        if (node is null)
        {
            return;
        }
        Assert.InRange(node.SlotCount, isRoot ? Math.Min(2, node.Height) : SummaryNode<Item, Sum>.Min, SummaryNode<Item, Sum>.Max);
        if (node.Height == 1)
        {
            return;
        }
        var sum = default(Sum);
        for (var slot = 0; slot < node.SlotCount; slot++)
        {
            Assert.Equal(node.Height - 1, node.Child(slot).Height);
            CheckNode(node.Child(slot), isRoot: false);
            sum += node.Child(slot).Summary;
        }
        Assert.Equal(sum, node.Summary);
    }

    private static HashSet<SummaryNode<Item, Sum>> NodesOf(SummaryNode<Item, Sum> node)
    {
        var nodes = new HashSet<SummaryNode<Item, Sum>>(ReferenceEqualityComparer.Instance) { node };
        for (var slot = 0; node.Height > 1 && slot < node.SlotCount; slot++)
        {
            nodes.UnionWith(NodesOf(node.Child(slot)));
        }
        return nodes;
    }

    private static SummaryTree<Item, Sum> Build(List<Item> items) => SummaryTree<Item, Sum>.Build(items.ToArray());

    private static List<Item> NewItems(int count) => [.. Enumerable.Range(1, count).Select(i => new Item(1 + (i % 5)))];

    private static IEnumerable<Step[]> ShrinkSteps(Step[] steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            yield return [.. steps[..i], .. steps[(i + 1)..]];
        }
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Length > 0)
            {
                yield return [.. steps[..i], steps[i] with { Length = steps[i].Length / 2 }, .. steps[(i + 1)..]];
            }
        }
    }

    internal sealed class Item(int weight) : ISummarized<Sum>
    {
        public int Weight { get; } = weight;

        public Sum Summary => new(1, Weight);
    }

    internal readonly record struct Sum(int Count, int Weight) : IAdditionOperators<Sum, Sum, Sum>
    {
        public static Sum operator +(Sum left, Sum right) => new(left.Count + right.Count, left.Weight + right.Weight);
    }

    internal readonly struct IsHeavy : IItemTrait<Item, Sum>
    {
        public int Known => 1;

        public int Held => 2;

        public bool IsOf(Item item, in Sum before) => item.Weight % 7 == 0;
    }

    internal readonly struct ByWeight : IMeasure<Sum>
    {
        public static int Of(in Sum summary) => summary.Weight;
    }
}
