using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/documentSymbol</c>: a tree, or a list for clients that show none.</summary>
internal sealed class DocumentSymbolHandler(Answers answers) : DocumentSymbolHandlerBase
{
    private bool _showsTree;

    public override async Task<SymbolInformationOrDocumentSymbolContainer> Handle(
        DocumentSymbolParams request,
        CancellationToken cancellationToken
    ) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (_, document) =>
                    _showsTree
                        ? WrittenSymbols.Tree(DocumentSymbols.Of(document))
                        : WrittenSymbols.List(DocumentSymbols.Of(document), request.TextDocument.Uri.ToString()),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new SymbolInformationOrDocumentSymbolContainer();

    protected override DocumentSymbolRegistrationOptions CreateRegistrationOptions(
        DocumentSymbolCapability capability,
        ClientCapabilities clientCapabilities
    )
    {
        _showsTree = capability?.HierarchicalDocumentSymbolSupport ?? false;
        return new() { DocumentSelector = DigestSelector.Documents };
    }
}
