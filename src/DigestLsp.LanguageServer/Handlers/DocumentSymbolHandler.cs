using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using LspSymbolKind = OmniSharp.Extensions.LanguageServer.Protocol.Models.SymbolKind;
using SymbolKind = DigestLsp.Features.SymbolKind;

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
                    new SymbolInformationOrDocumentSymbolContainer(
                        _showsTree
                            ? DocumentSymbols.Of(document).Select(symbol => new SymbolInformationOrDocumentSymbol(ToTree(symbol)))
                            : DocumentSymbols.Of(document).SelectMany(symbol => ToList(symbol, request.TextDocument.Uri, null))
                    ),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    protected override DocumentSymbolRegistrationOptions CreateRegistrationOptions(
        DocumentSymbolCapability capability,
        ClientCapabilities clientCapabilities
    )
    {
        _showsTree = capability?.HierarchicalDocumentSymbolSupport ?? false;
        return new() { DocumentSelector = DigestSelector.Documents };
    }

    internal static LspSymbolKind ToProtocol(SymbolKind kind) =>
        kind == SymbolKind.Section ? LspSymbolKind.Namespace : LspSymbolKind.String;

    private static DocumentSymbol ToTree(OutlineSymbol symbol) =>
        new()
        {
            Name = symbol.Name,
            Detail = symbol.Detail,
            Kind = ToProtocol(symbol.Kind),
            Range = symbol.Range.ToProtocol(),
            SelectionRange = symbol.Selection.ToProtocol(),
            Children = symbol.Children.IsEmpty ? null : new Container<DocumentSymbol>(symbol.Children.Select(ToTree)),
        };

    private static IEnumerable<SymbolInformationOrDocumentSymbol> ToList(OutlineSymbol symbol, DocumentUri uri, string? container) =>
        symbol
            .Children.SelectMany(child => ToList(child, uri, symbol.Name))
            .Prepend(
                new SymbolInformation
                {
                    Name = symbol.Name,
                    Kind = ToProtocol(symbol.Kind),
                    Location = new Location { Uri = uri, Range = symbol.Range.ToProtocol() },
                    ContainerName = container,
                }
            );
}
