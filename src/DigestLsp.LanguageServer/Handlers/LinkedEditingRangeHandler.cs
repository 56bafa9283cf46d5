using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/linkedEditingRange</c>.</summary>
internal sealed class LinkedEditingRangeHandler(Answers answers) : LinkedEditingRangeHandlerBase
{
    /// <summary>A title may hold anything but a line break.</summary>
    private const string AnythingOnOneLine = @"[^\r\n]+";

    // Null where nothing changes together: the protocol allows it, the library forgot to say so.
    public override async Task<LinkedEditingRanges> Handle(LinkedEditingRangeParams request, CancellationToken cancellationToken) =>
        (
            await answers
                .Of(
                    request.TextDocument.Uri,
                    (snapshot, document) =>
                        LinkedTitles.At(snapshot, document, request.Position.ToLinePosition()) is { IsEmpty: false } places
                            ? new LinkedEditingRanges
                            {
                                Ranges = new(places.Select(place => place.ToProtocol())),
                                WordPattern = AnythingOnOneLine,
                            }
                            : null,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )!;

    protected override LinkedEditingRangeRegistrationOptions CreateRegistrationOptions(
        LinkedEditingRangeClientCapabilities capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
