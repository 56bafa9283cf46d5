using DigestLsp.Features;
using DigestLsp.Text;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>The one place where positions cross. Both sides count lines from 0 and characters in UTF-16 units.</summary>
internal static class ProtocolRanges
{
    public static LinePosition ToLinePosition(this Lsp.Position position) => new(position.Line, position.Character);

    public static LinePositionSpan ToLinePositionSpan(this Lsp.Range range) =>
        new(range.Start.ToLinePosition(), range.End.ToLinePosition());

    public static Lsp.Position ToProtocol(this LinePosition position) => new(position.Line, position.Character);

    public static Lsp.Range ToProtocol(this LinePositionSpan span) => new(span.Start.ToProtocol(), span.End.ToProtocol());

    public static Lsp.Location ToProtocol(this DocumentRange place, DocumentPaths paths) =>
        new() { Uri = paths.UriOf(place.Path), Range = place.Range.ToProtocol() };
}
