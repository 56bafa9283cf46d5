using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/definition</c>.</summary>
internal sealed class DefinitionHandler(Answers answers, DocumentPaths paths) : DefinitionHandlerBase
{
    public override async Task<LocationOrLocationLinks> Handle(DefinitionParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                    new LocationOrLocationLinks(
                        Definition
                            .At(snapshot, document, request.Position.ToLinePosition())
                            .Select(place => new LocationOrLocationLink(place.ToProtocol(paths)))
                    ),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    protected override DefinitionRegistrationOptions CreateRegistrationOptions(
        DefinitionCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
