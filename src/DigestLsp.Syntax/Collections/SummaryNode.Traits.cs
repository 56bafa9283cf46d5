namespace DigestLsp.Collections;

/// <content>What a node remembers of all its items.</content>
internal sealed partial class SummaryNode<TItem, TSummary>
{
    private int _traits;

    /// <summary>Whether any item has a trait. Asked once, a node knows it of all its items.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="before">The summary of all items before this node's.</param>
    public bool Any<TTrait>(in TTrait trait, TSummary before)
        where TTrait : struct, IItemTrait<TItem, TSummary>
    {
        var known = Volatile.Read(ref _traits);
        if ((known & trait.Known) != 0)
        {
            return (known & trait.Held) != 0;
        }
        var any = false;
        for (var slot = 0; slot < _slotCount && !any; slot++)
        {
            any = _height == 1 ? trait.IsOf(Item(slot), before) : Child(slot).Any(trait, before);
            before += SlotSummary(slot);
        }
        Interlocked.Or(ref _traits, any ? trait.Known | trait.Held : trait.Known);
        return any;
    }

    /// <summary>Finds the first item with a trait from an index on; passes by nodes without it.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="from">The index, which becomes that of the item within this node.</param>
    /// <param name="before">The summary of all items before this node's; becomes that of all before the item.</param>
    public bool FindNext<TTrait>(in TTrait trait, ref int from, ref TSummary before)
        where TTrait : struct, IItemTrait<TItem, TSummary>
    {
        var passed = 0;
        for (var slot = 0; slot < _slotCount; slot++)
        {
            var count = _height == 1 ? 1 : Child(slot).ItemCount;
            if (from < passed + count)
            {
                if (_height == 1 && trait.IsOf(Item(slot), before))
                {
                    from = slot;
                    return true;
                }
                var within = Math.Max(0, from - passed);
                var start = before;
                if (_height > 1 && Child(slot).Any(trait, before) && Child(slot).FindNext(trait, ref within, ref start))
                {
                    (from, before) = (passed + within, start);
                    return true;
                }
            }
            passed += count;
            before += SlotSummary(slot);
        }
        return false;
    }

    private TSummary SlotSummary(int slot) => _height == 1 ? Item(slot).Summary : Child(slot).Summary;
}
