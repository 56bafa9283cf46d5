using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace DigestLsp.LanguageServer;

/// <summary>
/// The streams between client and server. With a pipe or a port it is the client that listens, as editors do, and the server that
/// connects; a port is one of this machine, never of another.
/// </summary>
internal static class Transport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Opens what the options name, standard input and output if they name nothing.</summary>
    /// <exception cref="IOException">Nobody listens there.</exception>
    public static async Task<(Stream Input, Stream Output)> OpenAsync(ServerOptions options, CancellationToken cancellation)
    {
        if (options is { Pipe: null, Port: null })
        {
            return (Console.OpenStandardInput(), Console.OpenStandardOutput());
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var name = options.Pipe is { } pipe ? $"the pipe {pipe}" : $"port {options.Port}";
        try
        {
            var both =
                options.Pipe is null ? await ConnectAsync(Loopback(options.Port!.Value), patience.Token).ConfigureAwait(false)
                : OperatingSystem.IsWindows() ? await ConnectPipeAsync(options.Pipe, patience.Token).ConfigureAwait(false)
                : await ConnectAsync(new UnixDomainSocketEndPoint(options.Pipe), patience.Token).ConfigureAwait(false);
            return (both, both);
        }
        catch (SocketException exception)
        {
            throw new IOException($"Nobody listens at {name}: {exception.Message}", exception);
        }
        catch (Exception exception)
            when (exception is ArgumentException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new IOException($"Nobody listens at {name}", exception);
        }
    }

    private static IPEndPoint Loopback(int port) => new(IPAddress.Loopback, port);

    private static async Task<Stream> ConnectAsync(EndPoint place, CancellationToken cancellation)
    {
        var isLocalFile = place is UnixDomainSocketEndPoint;
        var socket = isLocalFile
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> ConnectPipeAsync(string name, CancellationToken cancellation)
    {
        const string Prefix = @"\\.\pipe\";
        var pipe = new NamedPipeClientStream(
            ".",
            name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name,
            PipeDirection.InOut,
            PipeOptions.Asynchronous
        );
        await pipe.ConnectAsync(cancellation).ConfigureAwait(false);
        return pipe;
    }
}
