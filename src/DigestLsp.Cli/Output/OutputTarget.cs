using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Where a command prints its results.</summary>
internal static class OutputTarget
{
    /// <summary>Prints to standard output or to a file, which appears whole or not at all.</summary>
    /// <exception cref="UnusableInputException">The file cannot be written.</exception>
    public static void Write(string? file, Action<Stream> print)
    {
        if (file is null)
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            print(output);
            return;
        }
        // A link stays, and what it leads to is written.
        var full = RealPath.Of(file);
        if (File.Exists(file) && !RegularFile.Exists(full))
        {
            WriteInto(file, print);
            return;
        }
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            using (var output = new BufferedStream(File.Create(temporary), 1 << 16))
            {
                print(output);
            }
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
            throw new UnusableInputException($"{file} cannot be written: {exception.Message}");
        }
    }

    /// <summary>Prints to a pipe or a device, in whose place no file may come.</summary>
    private static void WriteInto(string special, Action<Stream> print)
    {
        try
        {
            using var output = new BufferedStream(new FileStream(special, FileMode.Open, FileAccess.Write), 1 << 16);
            print(output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{special} cannot be written: {exception.Message}");
        }
    }
}
