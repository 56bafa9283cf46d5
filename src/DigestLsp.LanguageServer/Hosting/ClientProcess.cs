using System.Diagnostics;

namespace DigestLsp.LanguageServer;

/// <summary>The process that started the server, which does not outlive it.</summary>
internal static class ClientProcess
{
    /// <summary>Completes when the process has ended; at once where there is none with this id.</summary>
    public static async Task WaitForEndAsync(int id, CancellationToken cancellation)
    {
        Process process;
        try
        {
            process = Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return;
        }
        using (process)
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
    }
}
