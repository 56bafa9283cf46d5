using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using FoldingRange = OmniSharp.Extensions.LanguageServer.Protocol.Models.FoldingRange;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/foldingRange</c>.</summary>
internal sealed class FoldingRangeHandler(Answers answers) : FoldingRangeHandlerBase
{
    public override Task<Container<FoldingRange>?> Handle(FoldingRangeRequestParam request, CancellationToken cancellationToken) =>
        answers.Of<Container<FoldingRange>>(
            request.TextDocument.Uri,
            (_, document) => new WrittenFoldingRanges(FoldingRanges.Of(document)),
            cancellationToken
        );

    protected override FoldingRangeRegistrationOptions CreateRegistrationOptions(
        FoldingRangeCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
