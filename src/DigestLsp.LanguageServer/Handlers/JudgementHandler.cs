using MediatR;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Workspace;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>workspace/executeCommand</c>: what is said of findings. It is answered before the file is written, since messages behind it
/// would wait for the disk; what then goes wrong is shown.
/// </summary>
internal sealed class JudgementHandler(WorkspaceChanges changes) : ExecuteCommandHandlerBase
{
    private const int InvalidParams = -32602;

    public override Task<Unit> Handle(ExecuteCommandParams request, CancellationToken cancellationToken)
    {
        changes.Keep(
            JudgementCommands.Read(request.Command, request.Arguments)
                ?? throw new RpcErrorException(InvalidParams, null!, $"{request.Command} has an argument that makes no sense")
        );
        return Unit.Task;
    }

    protected override ExecuteCommandRegistrationOptions CreateRegistrationOptions(
        ExecuteCommandCapability capability,
        ClientCapabilities clientCapabilities
    ) => new() { Commands = new Container<string>(JudgementCommands.Names) };
}
