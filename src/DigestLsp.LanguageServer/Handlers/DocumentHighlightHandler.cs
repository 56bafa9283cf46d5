using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/documentHighlight</c>.</summary>
internal sealed class DocumentHighlightHandler(Answers answers) : DocumentHighlightHandlerBase
{
    public override Task<DocumentHighlightContainer?> Handle(DocumentHighlightParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (snapshot, document) =>
                new DocumentHighlightContainer(
                    DocumentHighlights
                        .At(snapshot, document, request.Position.ToLinePosition())
                        .Select(highlight => new Lsp.DocumentHighlight
                        {
                            Range = highlight.Range.ToProtocol(),
                            Kind = highlight.Introduces ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
                        })
                ),
            cancellationToken
        );

    protected override DocumentHighlightRegistrationOptions CreateRegistrationOptions(
        DocumentHighlightCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
