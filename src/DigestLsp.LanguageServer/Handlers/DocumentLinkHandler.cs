using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/documentLink</c>.</summary>
internal sealed class DocumentLinkHandler(Answers answers) : DocumentLinkHandlerBase
{
    public override async Task<DocumentLinkContainer> Handle(DocumentLinkParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (_, document) =>
                    new DocumentLinkContainer(
                        DocumentLinks
                            .Of(document, cancellationToken)
                            .Select(link => new Lsp.DocumentLink { Range = link.Range.ToProtocol(), Target = link.Target })
                    ),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    /// <summary>Links are whole when they are listed; nothing is left to resolve.</summary>
    public override Task<Lsp.DocumentLink> Handle(Lsp.DocumentLink request, CancellationToken cancellationToken) =>
        Task.FromResult(request);

    protected override DocumentLinkRegistrationOptions CreateRegistrationOptions(
        DocumentLinkCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents, ResolveProvider = false };
}
