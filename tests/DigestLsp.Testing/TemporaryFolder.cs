namespace DigestLsp.Testing;

/// <summary>A folder of a test's own, deleted with all that is in it when the test is done.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestlsp-");

    public string FullName => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The absolute path of what has a path relative to the folder.</summary>
    public string PathOf(string relative) => Path.Combine(FullName, relative);

    /// <summary>The text of a file.</summary>
    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Writes a file, and the folders above it where they are missing, and returns its path.</summary>
    public string Write(string relative, string text) => Write(relative, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string relative, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllBytes(PathOf(relative), bytes);
        return PathOf(relative);
    }
}
