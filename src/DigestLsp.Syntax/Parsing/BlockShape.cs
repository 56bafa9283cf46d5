namespace DigestLsp.Parsing;

/// <summary>What a block looks like by itself, before its neighbours are asked.</summary>
internal enum BlockShape : byte
{
    /// <summary>No block: before the first and after the last.</summary>
    Outside,

    /// <summary>A known banner line.</summary>
    Banner,

    /// <summary>A date line.</summary>
    Date,

    /// <summary>Neither letters nor digits, or boilerplate of a web page.</summary>
    Noise,

    /// <summary>A title, whatever stands around it.</summary>
    Title,

    /// <summary>Perhaps a short abstract, rather a title.</summary>
    RatherTitle,

    /// <summary>Perhaps a title, rather a short abstract.</summary>
    RatherAbstract,

    /// <summary>An abstract, whatever stands around it.</summary>
    Abstract,
}

/// <summary>Further intrinsic features of a block.</summary>
[Flags]
internal enum BlockTraits : byte
{
    None = 0,

    /// <summary>The text ends as a sentence does, or in a link.</summary>
    EndsSentence = 1,

    /// <summary>The text begins as the middle of something does: lower case, or a word such as 'However'.</summary>
    ReadsOn = 2,

    /// <summary>A blank line, or the end of the file, follows.</summary>
    BlankLineAfter = 4,

    /// <summary>The text is broken over several lines.</summary>
    HardWrapped = 8,
}

/// <summary>All that classification knows of a block: a function of the block's own characters.</summary>
/// <param name="Shape">What it looks like.</param>
/// <param name="Traits">How it begins and ends.</param>
/// <param name="Date">The packed date of a date line, else 0.</param>
internal readonly record struct BlockFeatures(BlockShape Shape, BlockTraits Traits, int Date = 0)
{
    public bool Has(BlockTraits trait) => (Traits & trait) != 0;
}
