using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Lets every message begin at its place in the stream without waiting for the answers to those before it. A handler does what
/// depends on that place before it first awaits: a change is made then, a request takes its snapshot then and is computed on a
/// thread of its own. (A 'serial' message would wait for all outstanding answers.) Only the beginning and the end of a session wait.
/// </summary>
internal sealed class StreamOrder : IRequestProcessIdentifier
{
    public RequestProcessType Identify(IHandlerDescriptor descriptor) =>
        descriptor.Method is GeneralNames.Initialize or GeneralNames.Initialized or GeneralNames.Shutdown or GeneralNames.Exit
            ? RequestProcessType.Serial
            : RequestProcessType.Parallel;
}
