using DigestLsp.Features;
using DigestLsp.Similarity;
using DigestLsp.Workspaces;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>textDocument/codeLens</c> and <c>codeLens/resolve</c>. A click runs a command of the client; one that has none gets no lenses.
/// </summary>
internal sealed class CodeLensHandler(Answers answers, DocumentPaths paths) : CodeLensHandlerBase
{
    private const string Path = "path";
    private const string Paper = "paper";
    private const string Content = "content";

    private bool _canShow;

    public override async Task<CodeLensContainer> Handle(CodeLensParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                    new CodeLensContainer(
                        (_canShow ? PaperLenses.Of(snapshot, document, cancellationToken) : []).Select(lens => new CodeLens
                        {
                            Range = lens.Range.ToProtocol(),
                            Data = new JObject
                            {
                                [Path] = document.Path,
                                [Paper] = lens.Paper,
                                [Content] = lens.Content.ToString(),
                            },
                        })
                    ),
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    public override Task<CodeLens> Handle(CodeLens request, CancellationToken cancellationToken) =>
        answers.Of(snapshot => Resolve(snapshot, request, cancellationToken), cancellationToken);

    protected override CodeLensRegistrationOptions CreateRegistrationOptions(
        CodeLensCapability capability,
        ClientCapabilities clientCapabilities
    )
    {
        _canShow = ClientCommands.CanShowReferences(clientCapabilities);
        return new() { DocumentSelector = DigestSelector.Documents, ResolveProvider = true };
    }

    private CodeLens Resolve(Snapshot snapshot, CodeLens lens, CancellationToken cancellation)
    {
        var said =
            lens.Data is JObject data
            && data[Path] is JValue { Value: string path }
            && data[Paper] is JValue { Value: >= 0L and <= int.MaxValue and long paper }
            && data[Content] is JValue { Value: string text }
            && Hash128.TryParse(text, out var content)
            && snapshot.GetDocument(path) is { } document
            && PaperLenses.Resolve(snapshot, document, (int)paper, content, cancellation) is { } found
                ? ClientCommands.Show(
                    found.Title,
                    new DocumentRange(path, found.Range).ToProtocol(paths),
                    [.. found.Places.Select(place => place.ToProtocol(paths))]
                )
                : ClientCommands.Say(string.Empty);
        return lens with { Command = said };
    }
}
