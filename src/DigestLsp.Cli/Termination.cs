using System.Runtime.InteropServices;

namespace DigestLsp.Cli;

/// <summary>
/// Ends the process when somebody presses Ctrl+C or a system shuts down: what is under way is cancelled and may put itself in order; after
/// a moment, or the second time, the process ends wherever it is.
/// </summary>
internal sealed class Termination : IDisposable
{
    /// <summary>To this, shells and systems add the number of the signal that ended a process.</summary>
    private const int SignalExitCode = 128;

    /// <summary>As long as a file is being written that must not be left half done.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Termination() =>
        _registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, 2)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, 15)),
        ];

    /// <summary>Cancelled when the process is to end.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code where the process is to end, else null.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is not 0 and var code ? code : null;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
        _stop.Dispose();
    }

    private void End(PosixSignalContext signal, int number)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _exitCode, SignalExitCode + number) != 0)
        {
            Environment.Exit(SignalExitCode + number);
        }
        _ = Task.Delay(Grace).ContinueWith(_ => Environment.Exit(SignalExitCode + number), TaskScheduler.Default);
        _stop.CancelAsync();
    }
}
