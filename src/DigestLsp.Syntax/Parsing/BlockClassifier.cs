namespace DigestLsp.Parsing;

/// <summary>
/// Decides what a block is from intrinsic features alone: its own, those of the two blocks before it and of the one after.
/// Kinds never depend on kinds, so an edit reaches no further than these windows.
/// </summary>
internal static class BlockClassifier
{
    /// <summary>
    /// How far an edit reaches: where an entry begins depends on the two blocks before that place and on the two after it, and so
    /// does nothing that lies two blocks away.
    /// </summary>
    public const int Reach = 2;

    /// <summary>Whether a block is a title; if it is prose and no title, it is a paragraph of an abstract.</summary>
    public static bool IsTitle(BlockFeatures before, BlockFeatures block, BlockFeatures after)
    {
        var followsTitle = before.Shape is BlockShape.Title or BlockShape.RatherTitle;
        var precedesAbstract = after.Shape is BlockShape.Abstract or BlockShape.RatherAbstract;
        return block.Shape switch
        {
            BlockShape.Title => true,
            BlockShape.RatherTitle => precedesAbstract || !(followsTitle || BreaksOffInto(before, block)),
            // A sentence before an abstract is that abstract's title, unless it already follows a title.
            BlockShape.RatherAbstract => !followsTitle
                && (after.Shape is BlockShape.Abstract || StandsBetweenAbstracts(before, block, after)),
            _ => false,
        };
    }

    /// <summary>
    /// Whether a statement without a period stands behind an abstract that has ended, and before a short one: ‘There are no owls’ is
    /// rather a title than a paragraph of either.
    /// </summary>
    private static bool StandsBetweenAbstracts(BlockFeatures before, BlockFeatures block, BlockFeatures after) =>
        after.Shape is BlockShape.RatherAbstract
        && !block.Has(BlockTraits.EndsSentence)
        && !block.Has(BlockTraits.ReadsOn)
        && before.Shape is BlockShape.Abstract or BlockShape.RatherAbstract
        && before.Has(BlockTraits.EndsSentence)
        && before.Has(BlockTraits.BlankLineAfter);

    /// <summary>Whether a sentence that broke off seems to go on in the next block.</summary>
    private static bool BreaksOffInto(BlockFeatures before, BlockFeatures block) =>
        IsProse(before) && !before.Has(BlockTraits.EndsSentence) && block.Has(BlockTraits.ReadsOn);

    /// <summary>
    /// Whether a paragraph goes on with the abstract in the block before it, rather than being an abstract that lost its title.
    /// </summary>
    public static bool ReadsOn(BlockFeatures before, BlockFeatures paragraph) =>
        !before.Has(BlockTraits.BlankLineAfter)
        || !before.Has(BlockTraits.EndsSentence)
        || paragraph.Has(BlockTraits.ReadsOn)
        || paragraph.Shape != BlockShape.Abstract;

    /// <summary>
    /// Whether a block is a banner line that nobody knows: short, with no paper before it and no abstract after it, but more of the
    /// banner or the date.
    /// </summary>
    public static bool IsUnknownBanner(BlockFeatures before, BlockFeatures block, BlockFeatures after) =>
        before.Shape is BlockShape.Outside or BlockShape.Banner
        && after.Shape is BlockShape.Banner or BlockShape.Date
        && block.Shape is BlockShape.Title or BlockShape.RatherTitle or BlockShape.RatherAbstract;

    /// <summary>Whether a block looks like prose: a title or a paragraph.</summary>
    public static bool IsProse(BlockFeatures block) =>
        block.Shape is BlockShape.Title or BlockShape.RatherTitle or BlockShape.RatherAbstract or BlockShape.Abstract;
}
