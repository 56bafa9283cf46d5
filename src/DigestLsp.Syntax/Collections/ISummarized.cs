using System.Numerics;

namespace DigestLsp.Collections;

/// <summary>An immutable item of a <see cref="SummaryTree{TItem,TSummary}"/> that knows its own summary.</summary>
/// <typeparam name="TSummary">A monoid: <c>+</c> is associative and <c>default</c> is its identity.</typeparam>
public interface ISummarized<TSummary>
    where TSummary : struct, IAdditionOperators<TSummary, TSummary, TSummary>
{
    /// <summary>What this item adds to the summary of every tree that holds it.</summary>
    TSummary Summary { get; }
}

/// <summary>A count that a summary holds, by which a tree can be searched. It never decreases as items are added.</summary>
/// <typeparam name="TSummary">The summary that is measured.</typeparam>
public interface IMeasure<TSummary>
{
    /// <summary>The count in <paramref name="summary"/>.</summary>
    static abstract int Of(in TSummary summary);
}
