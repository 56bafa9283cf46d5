using DigestLsp.Features;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary><c>textDocument/rename</c>.</summary>
internal sealed class RenameHandler(Answers answers, DocumentPaths paths) : RenameHandlerBase
{
    /// <summary>The protocol's error for a request that is understood and cannot be met; clients show its message.</summary>
    private const int RequestFailed = -32803;

    private ClientCapabilities _client = new();

    public override async Task<WorkspaceEdit?> Handle(RenameParams request, CancellationToken cancellationToken)
    {
        var result = await answers
            .Of(
                request.TextDocument.Uri,
                (snapshot, document) =>
                    Renaming.Compute(snapshot, document, request.Position.ToLinePosition(), request.NewName, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
        return result is { Problem: { } problem }
            ? throw new RpcErrorException(RequestFailed, null!, problem)
            : result?.Edit.ToProtocol(paths, _client);
    }

    protected override RenameRegistrationOptions CreateRegistrationOptions(
        RenameCapability capability,
        ClientCapabilities clientCapabilities
    )
    {
        _client = clientCapabilities;
        return new() { DocumentSelector = DigestSelector.Documents, PrepareProvider = capability?.PrepareSupport == true };
    }
}

/// <summary><c>textDocument/prepareRename</c>.</summary>
internal sealed class PrepareRenameHandler(Answers answers) : PrepareRenameHandlerBase
{
    public override Task<RangeOrPlaceholderRange?> Handle(PrepareRenameParams request, CancellationToken cancellationToken) =>
        answers.Of(
            request.TextDocument.Uri,
            (snapshot, document) =>
                Renaming.Prepare(snapshot, document, request.Position.ToLinePosition()) is { } target
                    ? new RangeOrPlaceholderRange(new PlaceholderRange { Range = target.Range.ToProtocol(), Placeholder = target.Name })
                    : null,
            cancellationToken
        );

    protected override RenameRegistrationOptions CreateRegistrationOptions(
        RenameCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { DocumentSelector = DigestSelector.Documents, PrepareProvider = capability?.PrepareSupport == true };
}
