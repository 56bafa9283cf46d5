using System.Diagnostics;
using System.Net.Sockets;

namespace DigestLsp.Testing;

/// <summary>Makes what has a name in a folder and is no file; not on Windows.</summary>
public static class SpecialFile
{
    /// <summary>Makes a named pipe; who opens it waits until somebody writes.</summary>
    public static string MakePipe(string path)
    {
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        return make.ExitCode == 0 ? path : throw new IOException($"mkfifo ended with {make.ExitCode}");
    }

    /// <summary>Makes a socket, whose name is there until it is disposed of.</summary>
    public static IDisposable MakeSocket(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return socket;
    }
}
