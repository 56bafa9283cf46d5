using System.Diagnostics;
using System.Text;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>The real executable, run as editors run it: messages in on standard input, messages out on standard output.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>How long a test waits before it fails; what is expected comes within a small part of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Executable = Path.Combine(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? "digestlsp.exe" : "digestlsp"
    );

    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a server; without a word of a cache it has none, so that no test meets what another left.</summary>
    public static ServerProcess Start(params string[] arguments) =>
        new(
            Process.Start(
                new ProcessStartInfo(Executable, ["lsp", .. arguments, .. arguments.Contains("--cache") ? [] : (string[])["--no-cache"]])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardErrorEncoding = Encoding.UTF8,
                    // A process that is killed leaves behind what debuggers would find it by.
                    Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
                }
            )!
        );

    /// <summary>What the server wrote to standard error.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public void Send(ReadOnlySpan<byte> bytes)
    {
        _process.StandardInput.BaseStream.Write(bytes);
        _process.StandardInput.BaseStream.Flush();
    }

    /// <summary>Sends the process a signal; not on Windows.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends the process at once, wherever it is.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Waits for the process to leave by itself.</summary>
    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The server did not leave. Its log:\n{Log}");
        }
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }
}
