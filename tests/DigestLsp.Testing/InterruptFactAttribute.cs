using System.Globalization;

namespace DigestLsp.Testing;

/// <summary>A test that interrupts a process, as Ctrl+C does. It is skipped where that is without effect.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterruptFactAttribute : FactAttribute
{
    private const string Ignored = "SigIgn:";

    /// <summary>The bit of the signal that interrupts.</summary>
    private const ulong Interrupt = 1 << 1;

    public InterruptFactAttribute() =>
        Skip =
            OperatingSystem.IsWindows() ? UnixFactAttribute.Reason
            : IsIgnored()
                ? "Whoever started the tests has interrupts ignored, as shells do for what runs in the background; so does what is started here."
            : null;

    /// <summary>Where a system does not tell, it is not.</summary>
    private static bool IsIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
}
