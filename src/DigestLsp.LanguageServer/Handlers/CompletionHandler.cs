using System.Globalization;
using DigestLsp.Features;
using DigestLsp.Similarity;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using CompletionItem = DigestLsp.Features.CompletionItem;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/completion</c> and <c>completionItem/resolve</c>, which tells how an abstract begins.</summary>
internal sealed class CompletionHandler(Answers answers, TimeProvider time) : CompletionHandlerBase
{
    private bool _takesSnippets;

    public override async Task<CompletionList> Handle(CompletionParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                {
                    var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
                    var found = Completions.At(snapshot, document, request.Position.ToLinePosition(), today, cancellationToken);
                    return new CompletionList(found.Items.Select(ToProtocol), found.IsIncomplete);
                },
                cancellationToken
            )
            .ConfigureAwait(false)
        ?? new();

    public override Task<Lsp.CompletionItem> Handle(Lsp.CompletionItem request, CancellationToken cancellationToken) =>
        answers.Of(
            snapshot =>
                request.Data is JValue { Value: string hash }
                && Hash128.TryParse(hash, out var title)
                && Completions.Describe(snapshot, title) is { } description
                    ? request with
                    {
                        Documentation = new(new MarkupContent { Kind = MarkupKind.Markdown, Value = description }),
                    }
                    : request,
            cancellationToken
        );

    protected override CompletionRegistrationOptions CreateRegistrationOptions(
        CompletionCapability capability,
        ClientCapabilities clientCapabilities
    )
    {
        _takesSnippets = capability?.CompletionItem?.SnippetSupport ?? false;
        return new()
        {
            DocumentSelector = DigestSelector.Documents,
            TriggerCharacters = new Container<string>(":", ","),
            ResolveProvider = true,
        };
    }

    /// <summary>What comes first is sorted first, whatever the client thinks of how it matches.</summary>
    private Lsp.CompletionItem ToProtocol(CompletionItem item, int index) =>
        new()
        {
            Label = item.Label,
            Kind = item.Kind switch
            {
                CompletionKind.Title => CompletionItemKind.Reference,
                CompletionKind.Key => CompletionItemKind.Property,
                CompletionKind.Entry => CompletionItemKind.Snippet,
                CompletionKind.Date => CompletionItemKind.Event,
                _ => CompletionItemKind.Value,
            },
            Detail = item.Detail,
            SortText = index.ToString("D3", CultureInfo.InvariantCulture),
            FilterText = item.FilterText,
            InsertTextFormat = item.IsSnippet && _takesSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
            TextEdit = new TextEdit
            {
                Range = item.Range.ToProtocol(),
                NewText = item.IsSnippet && !_takesSnippets ? SnippetText.Plain(item.NewText) : item.NewText,
            },
            Data = item.Title is { } title ? title.ToString() : null,
        };
}
