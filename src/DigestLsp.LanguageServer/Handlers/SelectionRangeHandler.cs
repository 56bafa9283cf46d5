using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/selectionRange</c>.</summary>
internal sealed class SelectionRangeHandler(Answers answers) : SelectionRangeHandlerBase
{
    public override Task<Container<SelectionRange>?> Handle(SelectionRangeParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (_, document) =>
                new Container<SelectionRange>(
                    request.Positions.Select(position =>
                        // The widest is the parent of all others.
                        SelectionRanges
                            .At(document, position.ToLinePosition())
                            .Reverse()
                            .Aggregate(
                                default(SelectionRange),
                                (outer, range) => new SelectionRange { Range = range.ToProtocol(), Parent = outer! }
                            )!
                    )
                ),
            cancellationToken
        );

    protected override SelectionRangeRegistrationOptions CreateRegistrationOptions(
        SelectionRangeCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };
}
