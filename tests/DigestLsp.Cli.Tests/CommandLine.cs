using System.Diagnostics;
using System.Text;

namespace DigestLsp.Cli.Tests;

/// <summary>What a run of the executable came to.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>A folder of digests of its own, and the real executable run in it.</summary>
public sealed class CommandLine : IDisposable
{
    private static readonly string Executable = Path.Combine(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? "digestlsp.exe" : "digestlsp"
    );

    public CommandLine() => Folder = Directory.CreateTempSubdirectory("digestlsp-").FullName;

    /// <summary>The working folder of every run.</summary>
    public string Folder { get; }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public CommandResult Run(params string[] arguments) => Run([], arguments);

    public CommandResult Run(byte[] input, params string[] arguments) => Run(input, Executable, arguments);

    /// <summary>Runs it where no file may grow beyond a size; on Linux alone.</summary>
    public CommandResult RunLimited(int kilobytes, params string[] arguments) =>
        // Ignored, the signal that tells of the limit becomes an error, as a full disk is one. The runtime itself maps a large file unless told not to.
        Run(
            [],
            "/bin/bash",
            [
                "-c",
                $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"",
                Executable,
                .. arguments,
            ]
        );

    /// <summary>Runs it on standard input and sends it a signal while it reads; not on Windows.</summary>
    /// <param name="signal">The name of the signal.</param>
    /// <param name="endInput">Whether the input ends then, or goes on for ever.</param>
    /// <param name="arguments">The command that reads.</param>
    public CommandResult RunAndSignal(string signal, bool endInput, params string[] arguments)
    {
        using var process = Start(Executable, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        // More than a pipe holds: when it is written, the process has begun to read.
        process.StandardInput.BaseStream.Write(new byte[1 << 20]);
        process.StandardInput.BaseStream.Flush();
        using (var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]))
        {
            kill.WaitForExit();
        }
        if (endInput)
        {
            // The process takes a signal on a thread of its own, some time after it was sent; within the grace that it then has.
            Thread.Sleep(TimeSpan.FromSeconds(1));
            process.StandardInput.Close();
        }
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    private CommandResult Run(byte[] input, string program, string[] arguments)
    {
        using var process = Start(program, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended without reading its input, as it should on wrong use.
        }
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    private Process Start(string program, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            }
        )!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
