using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/references</c>.</summary>
internal sealed class ReferencesHandler(Answers answers, DocumentPaths paths) : ReferencesHandlerBase
{
    public override async Task<LocationContainer> Handle(ReferenceParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                    new LocationContainer(
                        References
                            .At(snapshot, document, request.Position.ToLinePosition(), request.Context.IncludeDeclaration)
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
