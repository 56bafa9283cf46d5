using DigestLsp.Features;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Workspace;
using SymbolKind = DigestLsp.Features.SymbolKind;

namespace DigestLsp.LanguageServer;

/// <summary><c>workspace/symbol</c>.</summary>
internal sealed class WorkspaceSymbolHandler(Answers answers, DocumentPaths paths) : WorkspaceSymbolsHandlerBase
{
    /// <summary>More than anyone reads; who looks for a paper further down types another word.</summary>
    private const int Limit = 200;

    public override async Task<Container<SymbolInformation>?> Handle(WorkspaceSymbolParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                snapshot => new Container<SymbolInformation>(
                    WorkspaceSymbols
                        .Find(snapshot, request.Query ?? string.Empty, Limit, cancellationToken)
                        .Select(found => new SymbolInformation
                        {
                            Name = found.Name,
                            ContainerName = found.Container,
                            Kind = WrittenSymbols.ToProtocol(SymbolKind.Paper),
                            Location = found.Location.ToProtocol(paths),
                        })
                ),
                cancellationToken
            )
            .ConfigureAwait(false);

    protected override WorkspaceSymbolRegistrationOptions CreateRegistrationOptions(
        WorkspaceSymbolCapability capability,
        ClientCapabilities clientCapabilities
    ) => new();
}
