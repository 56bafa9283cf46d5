namespace DigestLsp.Cli;

/// <summary>Paths as they are printed.</summary>
internal static class DisplayPath
{
    /// <summary>Relative to the working folder, with forward slashes; standard input is <c>-</c>.</summary>
    public static string Of(string path) =>
        path == CheckedInput.StandardInput
            ? path
            : Path.GetRelativePath(Environment.CurrentDirectory, path).Replace(Path.DirectorySeparatorChar, '/');
}
