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

    private CommandResult Run(byte[] input, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
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

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
