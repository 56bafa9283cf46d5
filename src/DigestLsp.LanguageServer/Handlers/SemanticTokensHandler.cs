using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;
using SemanticTokens = DigestLsp.Features.SemanticTokens;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>textDocument/semanticTokens</c>: whole, as the difference to the last answer, and for a range. The library's builder would
/// count all tokens again after each keystroke.
/// </summary>
internal sealed class SemanticTokensHandler(Answers answers) : SemanticTokensHandlerBase
{
    private readonly SentTokens _sent = new();

    public override Task<Lsp.SemanticTokens?> Handle(SemanticTokensParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (snapshot, document) => ToProtocol(_sent.Keep(snapshot, document, SemanticTokens.Of(document))),
            cancellationToken
        );

    public override async Task<SemanticTokensFullOrDelta?> Handle(SemanticTokensDeltaParams request, CancellationToken cancellationToken) =>
        await answers
            .Of<object>(
                request.TextDocument.Uri,
                (snapshot, document) =>
                {
                    var before = _sent.Find(document, request.PreviousResultId);
                    var tokens = SemanticTokens.Of(document);
                    var sent = _sent.Keep(snapshot, document, tokens);
                    return before is null
                        ? ToProtocol(sent)
                        : new SemanticTokensDelta { ResultId = sent.Id, Edits = EditsBetween(before, tokens) };
                },
                cancellationToken
            )
            .ConfigureAwait(false) switch
        {
            SemanticTokensDelta delta => delta,
            Lsp.SemanticTokens full => full,
            _ => default(SemanticTokensFullOrDelta?),
        };

    public override Task<Lsp.SemanticTokens?> Handle(SemanticTokensRangeParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (_, document) =>
                new Lsp.SemanticTokens { Data = SemanticTokens.OfLines(document, request.Range.Start.Line, request.Range.End.Line) },
            cancellationToken
        );

    protected override SemanticTokensRegistrationOptions CreateRegistrationOptions(
        SemanticTokensCapability capability,
        ClientCapabilities clientCapabilities
    ) =>
        new()
        {
            DocumentSelector = DigestSelector.Documents,
            Legend = new()
            {
                TokenTypes = new Container<SemanticTokenType>(Enum.GetValues<SemanticTokenKind>().Select(NameOf)),
                TokenModifiers = new Container<SemanticTokenModifier>(SemanticTokenModifier.Declaration),
            },
            Full = new SemanticTokensCapabilityRequestFull { Delta = true },
            Range = true,
        };

    protected override Task Tokenize(
        SemanticTokensBuilder builder,
        ITextDocumentIdentifierParams identifier,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    protected override Task<SemanticTokensDocument> GetSemanticTokensDocument(
        ITextDocumentIdentifierParams @params,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>What themes know is used as far as it goes.</summary>
    private static SemanticTokenType NameOf(SemanticTokenKind kind) =>
        kind switch
        {
            SemanticTokenKind.Banner => SemanticTokenType.Comment,
            SemanticTokenKind.Date => SemanticTokenType.Number,
            SemanticTokenKind.Title => SemanticTokenType.Function,
            SemanticTokenKind.SystemName => SemanticTokenType.Class,
            SemanticTokenKind.Acronym => SemanticTokenType.Type,
            SemanticTokenKind.Link => new("link"),
            SemanticTokenKind.MetadataKey => SemanticTokenType.Property,
            SemanticTokenKind.MetadataValue => SemanticTokenType.String,
            SemanticTokenKind.Reference => SemanticTokenType.Method,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Lsp.SemanticTokens ToProtocol((string Id, SemanticTokens Tokens) sent) =>
        new() { ResultId = sent.Id, Data = sent.Tokens.Numbers };

    private static Container<Lsp.SemanticTokensEdit> EditsBetween(SemanticTokens before, SemanticTokens after) =>
        DigestLsp.Features.SemanticTokensEdit.Between(before.Numbers, after.Numbers) is { } edit
            ? new(
                new Lsp.SemanticTokensEdit
                {
                    Start = edit.Start,
                    DeleteCount = edit.DeleteCount,
                    Data = edit.Numbers,
                }
            )
            : new();
}
