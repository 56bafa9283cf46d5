using System.Globalization;

namespace DigestLsp.Cli;

/// <summary>One line on a terminal's standard error that counts, shown once the work takes longer than half a second.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly string _what;
    private readonly Timer? _timer;
    private int _done;
    private int _total;
    private int _shown;

    public ProgressLine(string what)
    {
        _what = what;
        if (!Console.IsErrorRedirected)
        {
            _timer = new(_ => Show(), null, Patience, Between);
        }
    }

    /// <summary>Notes how far the work is; may be called from any thread.</summary>
    public void Report(int done, int total)
    {
        _total = total;
        _done = done;
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        if (_shown > 0)
        {
            Console.Error.Write("\r" + new string(' ', _shown) + "\r");
        }
    }

    private void Show()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{_what}: {_done:N0} of {_total:N0}");
        _shown = Math.Max(_shown, line.Length);
        Console.Error.Write("\r" + line);
    }
}
