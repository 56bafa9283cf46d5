using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/hover</c>.</summary>
internal sealed class HoverHandler(Answers answers, DocumentPaths paths) : HoverHandlerBase
{
    private HoverFormat _format;

    public override Task<Hover?> Handle(HoverParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (snapshot, document) =>
                HoverText.At(snapshot, document, request.Position.ToLinePosition(), _format, paths.LinkTo, cancellationToken) is { } hover
                    ? new Hover
                    {
                        Contents = new(
                            new MarkupContent
                            {
                                Kind = _format == HoverFormat.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
                                Value = hover.Text,
                            }
                        ),
                        Range = hover.Range.ToProtocol(),
                    }
                    : null,
            cancellationToken
        );

    protected override HoverRegistrationOptions CreateRegistrationOptions(HoverCapability capability, ClientCapabilities clientCapabilities)
    {
        // Clients name the formats that they show by preference; one that names none may show Markdown as it is written.
        _format =
            capability?.ContentFormat?.FirstOrDefault(kind => kind is MarkupKind.Markdown or MarkupKind.PlainText) == MarkupKind.Markdown
                ? HoverFormat.Markdown
                : HoverFormat.Plain;
        return new() { DocumentSelector = DigestSelector.Documents };
    }
}
