namespace DigestLsp.Workspaces;

/// <summary>
/// What writing edited files needs of a disk, so that a test can let any step of it fail. All methods throw
/// <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
/// </summary>
public interface IFileStore
{
    /// <summary>A file's size and time, null where there is no such file.</summary>
    FileStamp? StampOf(string path);

    /// <summary>All bytes of a file.</summary>
    byte[] Read(string path);

    /// <summary>Writes a new file, down to the disk, with the permissions of the one that it is going to replace, if it is to.</summary>
    /// <param name="path">The new file; there must be none of this name. Its folder is made where there is none.</param>
    /// <param name="bytes">All that it holds.</param>
    /// <param name="original">The file that it is going to replace, which must not be read-only; null for none.</param>
    void WriteNew(string path, byte[] bytes, string? original);

    /// <summary>Puts a file in the place of another one of the same folder, in one step.</summary>
    void Replace(string path, string original);

    /// <summary>Gives a file a name of the same folder that no other file has, in one step.</summary>
    void Rename(string path, string name);

    /// <summary>Deletes a file, if there is one.</summary>
    void Delete(string path);
}

/// <summary>The disk itself.</summary>
public sealed class DiskFiles : IFileStore
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <inheritdoc/>
    public FileStamp? StampOf(string path) => DocumentReader.StampOf(path);

    /// <inheritdoc/>
    public byte[] Read(string path) => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public void WriteNew(string path, byte[] bytes, string? original)
    {
        if (original is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        else
        {
            CheckWritable(original);
        }
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (original is not null && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(original));
        }
        try
        {
            stream.Write(bytes);
        }
        catch (ArgumentOutOfRangeException)
        {
            // So the library says that the file would be larger than the system allows.
            throw new IOException("the file would be larger than the system allows");
        }
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Replace(string path, string original)
    {
        if (OperatingSystem.IsWindows())
        {
            // Keeps attributes and access rights, which a move would not.
            File.Replace(path, original, destinationBackupFileName: null);
        }
        else
        {
            File.Move(path, original, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Rename(string path, string name) => File.Move(path, name, overwrite: false);

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    /// <summary>A file that is marked as read-only could be replaced all the same, but is meant to stay.</summary>
    private static void CheckWritable(string path)
    {
        if (OperatingSystem.IsWindows() ? new FileInfo(path).IsReadOnly : (File.GetUnixFileMode(path) & AnyWrite) == 0)
        {
            throw new IOException("the file is read-only");
        }
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }
}
