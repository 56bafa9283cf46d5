using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DigestLsp.Workspaces;

/// <summary>Tells whether what lies on disk is the user's own and nobody else's.</summary>
internal static class PrivateAccess
{
    public const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    private const int CurrentFolder = -100;
    private const uint UserIdMask = 8;
    private const int UserIdOffset = 20;
    private const int StatusBytes = 256;

    /// <summary>
    /// Whether others can neither read nor write what has this mode, and it belongs to the user. Who can use what is open to its owner
    /// alone is the owner, unless they are root: then the system must tell. On Windows a folder below the user's own has its access rights.
    /// </summary>
    public static bool IsPrivate(string path, UnixFileMode mode) =>
        OperatingSystem.IsWindows() || ((mode & ~Folder) == 0 && (!Environment.IsPrivilegedProcess || IsRoots(path)));

    private static bool IsRoots(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            Span<byte> status = stackalloc byte[StatusBytes];
            return Status(CurrentFolder, [.. Encoding.UTF8.GetBytes(path), 0], 0, UserIdMask, ref MemoryMarshal.GetReference(status)) == 0
                && BinaryPrimitives.ReadUInt32LittleEndian(status[UserIdOffset..]) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, byte[] path, int flags, uint mask, ref byte status);
}
