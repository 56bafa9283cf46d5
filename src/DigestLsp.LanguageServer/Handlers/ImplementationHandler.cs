using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/implementation</c>: the papers that are most like one, which editors list on Ctrl+F12.</summary>
internal sealed class ImplementationHandler(Answers answers, DocumentPaths paths) : ImplementationHandlerBase
{
    private const int Count = 10;

    public override async Task<LocationOrLocationLinks> Handle(ImplementationParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                    new LocationOrLocationLinks(
                        RelatedPapers
                            .At(snapshot, document, request.Position.ToLinePosition(), Count, cancellationToken)
                            .Select(paper => new LocationOrLocationLink(DocumentRange.OfHead(paper.Places[0]).ToProtocol(paths)))
                    ),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    protected override ImplementationRegistrationOptions CreateRegistrationOptions(
        ImplementationCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
