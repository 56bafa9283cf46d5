using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/hover</c>.</summary>
internal sealed class HoverHandler(Answers answers, DocumentPaths paths) : HoverHandlerBase
{
    public override Task<Hover?> Handle(HoverParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (snapshot, document) =>
                PaperHover.At(snapshot, document, request.Position.ToLinePosition(), paths.LinkTo) is { } hover
                    ? new Hover
                    {
                        Contents = new(new MarkupContent { Kind = MarkupKind.Markdown, Value = hover.Markdown }),
                        Range = hover.Range.ToProtocol(),
                    }
                    : null,
            cancellationToken
        );

    protected override HoverRegistrationOptions CreateRegistrationOptions(
        HoverCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
