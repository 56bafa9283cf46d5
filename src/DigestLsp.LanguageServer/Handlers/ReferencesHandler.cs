using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>textDocument/references</c>. The first place of a paper is its definition but also one of its places: left out where a
/// client asks for no declarations, VS Code would answer Shift+F12 on the second of two copies by staying there.
/// </summary>
internal sealed class ReferencesHandler(Answers answers, DocumentPaths paths) : ReferencesHandlerBase
{
    public override async Task<LocationContainer> Handle(ReferenceParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                    new LocationContainer(
                        References
                            .At(snapshot, document, request.Position.ToLinePosition(), cancellationToken)
                            .Select(place => place.ToProtocol(paths))
                    ),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    protected override ReferenceRegistrationOptions CreateRegistrationOptions(
        ReferenceCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
