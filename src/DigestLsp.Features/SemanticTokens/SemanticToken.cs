using DigestLsp.Text;

namespace DigestLsp.Features;

/// <summary>What a stretch of a digest is.</summary>
public enum SemanticTokenKind
{
    /// <summary>A line of the banner, or text that belongs to no paper.</summary>
    Banner,

    /// <summary>A date line.</summary>
    Date,

    /// <summary>A title, or a part of one between other tokens.</summary>
    Title,

    /// <summary>A name that the paper's title coins.</summary>
    SystemName,

    /// <summary>An acronym that the paper introduces.</summary>
    Acronym,

    /// <summary>A link, or an identifier that leads to a page.</summary>
    Link,

    /// <summary>The key of a metadata line.</summary>
    MetadataKey,

    /// <summary>The value of a metadata line.</summary>
    MetadataValue,

    /// <summary>The title of another paper after <c>see:</c>.</summary>
    Reference,
}

/// <summary>A stretch within one line.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsDeclaration">Whether it introduces what it names: a title its paper, a coined name or an acronym itself.</param>
internal readonly record struct SemanticToken(TextSpan Span, SemanticTokenKind Kind, bool IsDeclaration = false);
