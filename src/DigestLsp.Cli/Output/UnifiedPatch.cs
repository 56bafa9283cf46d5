using System.Globalization;
using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Cli;

/// <summary>
/// Prints changes of files as a unified patch, which <c>git apply</c> and <c>patch</c> take. Lines end at LF alone, as they do for
/// those, and go out byte for byte: a CR or a byte order mark is a part of its line.
/// </summary>
internal static class UnifiedPatch
{
    private const int Context = 3;

    /// <summary>Prints the changes of one file; nothing where there are none.</summary>
    /// <param name="path">The file, relative to the working folder, with forward slashes.</param>
    /// <param name="before">Its bytes.</param>
    /// <param name="after">Its bytes after the changes.</param>
    /// <param name="output">Takes the patch.</param>
    public static void Write(string path, byte[] before, byte[] after, Stream output)
    {
        var old = Lines(before);
        var lines = Lines(after);
        var parts = LineDifference.Between(old, lines);
        if (parts.Count == 0)
        {
            return;
        }
        using var patch = new StreamWriter(output, Encoding.Latin1, leaveOpen: true) { NewLine = "\n" };
        patch.WriteLine($"--- {Name("a/" + path)}");
        patch.WriteLine($"+++ {Name("b/" + path)}");
        for (int first = 0, end; first < parts.Count; first = end)
        {
            end = first + 1;
            while (end < parts.Count && parts[end].Start - parts[end - 1].End <= 2 * Context)
            {
                end++;
            }
            WriteHunk(old, lines, [.. parts.Skip(first).Take(end - first)], patch);
        }
    }

    private static void WriteHunk(string[] old, string[] lines, LineReplacement[] parts, StreamWriter patch)
    {
        var start = Math.Max(0, parts[0].Start - Context);
        var newStart = parts[0].NewStart - (parts[0].Start - start);
        var end = Math.Min(old.Length, parts[^1].End + Context);
        var newEnd = parts[^1].NewEnd + (end - parts[^1].End);
        patch.WriteLine($"@@ -{Range(start, end - start)} +{Range(newStart, newEnd - newStart)} @@");
        var next = start;
        foreach (var part in parts)
        {
            Print(' ', old, next, part.Start);
            Print('-', old, part.Start, part.End);
            Print('+', lines, part.NewStart, part.NewEnd);
            next = part.End;
        }
        Print(' ', old, next, end);

        void Print(char mark, string[] from, int first, int last)
        {
            for (var i = first; i < last; i++)
            {
                patch.Write(mark);
                patch.Write(from[i]);
                if (!from[i].EndsWith('\n'))
                {
                    patch.Write("\n\\ No newline at end of file\n");
                }
            }
        }
    }

    /// <summary>Lines count from 1; of none, the one before is named.</summary>
    private static string Range(int start, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(length == 0 ? start : start + 1)},{length}");

    /// <summary>Lines with their ends, each byte one character.</summary>
    private static string[] Lines(byte[] bytes)
    {
        var lines = new List<string>();
        for (var rest = bytes.AsSpan(); !rest.IsEmpty; )
        {
            var length = rest.IndexOf((byte)'\n') + 1;
            length = length == 0 ? rest.Length : length;
            lines.Add(Encoding.Latin1.GetString(rest[..length]));
            rest = rest[length..];
        }
        return [.. lines];
    }

    /// <summary>A path as git writes it: in quotes where it holds what would end it, and with a tab behind one with spaces.</summary>
    private static string Name(string path)
    {
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(path));
        if (!bytes.Any(character => character is < ' ' or '"' or '\\' or '\x7F'))
        {
            return bytes.Contains(' ', StringComparison.Ordinal) ? bytes + "\t" : bytes;
        }
        var quoted = new StringBuilder("\"");
        foreach (var character in bytes)
        {
            quoted.Append(
                character switch
                {
                    '"' or '\\' => $"\\{character}",
                    < ' ' or '\x7F' => "\\" + Convert.ToString(character, 8).PadLeft(3, '0'),
                    _ => character.ToString(),
                }
            );
        }
        return quoted.Append('"').ToString();
    }
}
