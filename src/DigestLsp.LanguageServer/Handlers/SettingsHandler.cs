using MediatR;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Workspace;

namespace DigestLsp.LanguageServer;

/// <summary><c>workspace/didChangeConfiguration</c>.</summary>
internal sealed class SettingsHandler(CurrentSettings settings) : DidChangeConfigurationHandlerBase
{
    public override Task<Unit> Handle(DidChangeConfigurationParams request, CancellationToken cancellationToken)
    {
        settings.Take(request.Settings);
        return Unit.Task;
    }
}
