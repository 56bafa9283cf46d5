using System.Collections.Immutable;
using DigestLsp.Features;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/formatting</c>.</summary>
internal sealed class FormattingHandler(Answers answers) : DocumentFormattingHandlerBase
{
    public override Task<TextEditContainer?> Handle(DocumentFormattingParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (_, document) => ToProtocol(document, DocumentFormatting.Of(document, request.Options.InsertFinalNewline)),
            cancellationToken
        );

    /// <summary>Changes as the protocol has them.</summary>
    internal static TextEditContainer ToProtocol(Document document, ImmutableArray<TextChange> changes) =>
        new(
            changes.Select(change => new TextEdit
            {
                Range = document.GetLinePositionSpan(change.Span).ToProtocol(),
                NewText = change.NewText,
            })
        );

    protected override DocumentFormattingRegistrationOptions CreateRegistrationOptions(
        DocumentFormattingCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
