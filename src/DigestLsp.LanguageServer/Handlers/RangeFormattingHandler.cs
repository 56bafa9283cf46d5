using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/rangeFormatting</c>.</summary>
internal sealed class RangeFormattingHandler(Answers answers) : DocumentRangeFormattingHandlerBase
{
    public override async Task<TextEditContainer> Handle(DocumentRangeFormattingParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (_, document) =>
                    FormattingHandler.ToProtocol(document, DocumentFormatting.OfRange(document, request.Range.ToLinePositionSpan())),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    protected override DocumentRangeFormattingRegistrationOptions CreateRegistrationOptions(
        DocumentRangeFormattingCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
