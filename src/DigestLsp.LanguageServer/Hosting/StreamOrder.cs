using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>Only the beginning and the end of a session wait for what is under way; see <see cref="StreamInvoker"/>.</summary>
internal sealed class StreamOrder : IRequestProcessIdentifier
{
    public RequestProcessType Identify(IHandlerDescriptor descriptor) =>
        descriptor.Method is GeneralNames.Initialize or GeneralNames.Initialized or GeneralNames.Shutdown or GeneralNames.Exit
            ? RequestProcessType.Serial
            : RequestProcessType.Parallel;
}
