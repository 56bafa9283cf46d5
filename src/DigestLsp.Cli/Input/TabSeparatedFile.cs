using System.Text;

namespace DigestLsp.Cli;

/// <summary>Reads files of tab-separated values in UTF-8, one row a line.</summary>
internal static class TabSeparatedFile
{
    /// <summary>The rows of a file, each with its line number from 1; empty lines are passed over.</summary>
    /// <exception cref="UnusableInputException">The file cannot be read, or is not UTF-8.</exception>
    public static IEnumerable<(int Line, string[] Values)> Read(string path)
    {
        using var reader = Open(path);
        for (var number = 1; Next(reader, path, number) is { } line; number++)
        {
            if (line.Length > 0)
            {
                yield return (number, line.Split('\t'));
            }
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            var stream = path == CheckedInput.StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            return new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static string? Next(StreamReader reader, string path, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new UnusableInputException($"{path} is not UTF-8 (in or soon after line {line}); save it as UTF-8");
        }
        catch (IOException exception)
        {
            throw new UnusableInputException($"{path} cannot be read: {exception.Message}");
        }
    }
}
