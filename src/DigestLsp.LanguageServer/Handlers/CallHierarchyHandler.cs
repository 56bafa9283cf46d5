using DigestLsp.Features;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>textDocument/prepareCallHierarchy</c>, <c>callHierarchy/incomingCalls</c> and <c>callHierarchy/outgoingCalls</c>: a paper ‘calls’
/// those that it is most like.
/// </summary>
internal sealed class CallHierarchyHandler(Answers answers, DocumentPaths paths) : CallHierarchyHandlerBase
{
    private const string Content = "content";

    public override Task<Container<CallHierarchyItem>?> Handle(CallHierarchyPrepareParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (_, document) =>
                PaperGraph.At(document, request.Position.ToLinePosition()) is { } place
                    ? new Container<CallHierarchyItem>(ItemOf(place, because: []))
                    : null,
            cancellationToken
        );

    public override Task<Container<CallHierarchyIncomingCall>?> Handle(
        CallHierarchyIncomingCallsParams request,
        CancellationToken cancellationToken
    ) =>
        answers.Of<Container<CallHierarchyIncomingCall>?>(
            snapshot =>
                PlaceOf(snapshot, request.Item) is { } place
                    ? new(
                        PaperGraph
                            .Incoming(snapshot, place, cancellationToken)
                            .Select(ItemOf)
                            .Select(item => new CallHierarchyIncomingCall { From = item, FromRanges = new(item.SelectionRange) })
                    )
                    : null,
            cancellationToken
        );

    public override Task<Container<CallHierarchyOutgoingCall>?> Handle(
        CallHierarchyOutgoingCallsParams request,
        CancellationToken cancellationToken
    ) =>
        answers.Of<Container<CallHierarchyOutgoingCall>?>(
            snapshot =>
                PlaceOf(snapshot, request.Item) is { } place
                    ? new(
                        PaperGraph
                            .Outgoing(snapshot, place, cancellationToken)
                            .Select(ItemOf)
                            .Select(item => new CallHierarchyOutgoingCall { To = item, FromRanges = new(request.Item.SelectionRange) })
                    )
                    : null,
            cancellationToken
        );

    protected override CallHierarchyRegistrationOptions CreateRegistrationOptions(
        CallHierarchyCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents };

    private CallHierarchyItem ItemOf(RelatedPaper paper) => ItemOf(paper.Places[0], paper.Because);

    private CallHierarchyItem ItemOf(PaperPlace place, IEnumerable<string> because)
    {
        var head = DocumentRange.OfHead(place).ToProtocol(paths);
        return new()
        {
            Name = place.Document.GetHead(place.Index),
            Kind = Lsp.SymbolKind.String,
            Detail = string.Join(", ", because.Prepend(Path.GetFileName(place.Document.Path))),
            Uri = head.Uri,
            Range = head.Range,
            SelectionRange = head.Range,
            Data = new JObject { [Content] = place.Paper.Facts.Content.ToString() },
        };
    }

    /// <summary>Where a paper is now that was shown some time ago.</summary>
    private static PaperPlace? PlaceOf(Snapshot snapshot, CallHierarchyItem item) =>
        DocumentPaths.PathOf(item.Uri) is { } path
        && item.Data is JObject data
        && data[Content] is JValue { Value: string text }
        && Hash128.TryParse(text, out var content)
            ? PaperGraph.Find(snapshot, path, content)
            : null;
}
