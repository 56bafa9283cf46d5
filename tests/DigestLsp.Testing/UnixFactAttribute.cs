namespace DigestLsp.Testing;

/// <summary>A test of what only systems have that are like Unix.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    /// <summary>Why it is not run on Windows.</summary>
    internal const string Reason = "Windows has no such thing.";

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = Reason;
        }
    }
}
