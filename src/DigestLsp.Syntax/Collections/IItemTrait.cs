using System.Numerics;

namespace DigestLsp.Collections;

/// <summary>
/// A yes or no about items of a <see cref="SummaryTree{TItem,TSummary}"/>, which its nodes remember of all their items together.
/// It must be a function of the item alone.
/// </summary>
/// <typeparam name="TItem">The items.</typeparam>
/// <typeparam name="TSummary">What the nodes add up.</typeparam>
internal interface IItemTrait<TItem, TSummary>
    where TSummary : struct, IAdditionOperators<TSummary, TSummary, TSummary>
{
    /// <summary>The bit by which a node remembers that it was asked.</summary>
    int Known { get; }

    /// <summary>The bit by which a node remembers that one of its items has the trait.</summary>
    int Held { get; }

    /// <summary>Whether an item has it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="before">The summary of all items before it.</param>
    bool IsOf(TItem item, in TSummary before);
}
