using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A line <c>key = value</c> and where its parts stand.</summary>
/// <param name="Key">The key, in lower case.</param>
/// <param name="KeySpan">Where it stands.</param>
/// <param name="Value">The value, without a comment behind it.</param>
/// <param name="ValueSpan">Where it stands.</param>
/// <param name="IsInSection">Whether a section's header stands above it, so that it applies to files.</param>
public readonly record struct EditorConfigSetting(string Key, TextSpan KeySpan, string Value, TextSpan ValueSpan, bool IsInSection);

/// <summary>
/// The settings of an <c>.editorconfig</c> file with their places. The library that matches sections with files keeps no places, so the
/// lines are read a second time here, by the same rules: <c>#</c> and <c>;</c> begin comments, and keys hold letters, digits, dots,
/// hyphens and underscores.
/// </summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Settings">Its settings, in order.</param>
public sealed record EditorConfigFile(string Path, SourceText Text, ImmutableArray<EditorConfigSetting> Settings)
    : ConfigurationFile(Path, Text, [])
{
    /// <summary>Whether files above it do not count.</summary>
    public bool IsRoot =>
        Settings.Any(setting =>
            !setting.IsInSection && setting.Key == "root" && setting.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Reads the settings of a file.</summary>
    public static EditorConfigFile Read(string path, string text)
    {
        var settings = ImmutableArray.CreateBuilder<EditorConfigSetting>();
        var isInSection = false;
        for (var start = 0; start < text.Length; )
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            var line = Trim(text, TextSpan.FromBounds(start, end));
            start = end + 1;
            if (line.IsEmpty || text[line.Start] is '#' or ';')
            {
                continue;
            }
            if (text[line.Start] == '[')
            {
                isInSection |= text.AsSpan(line.Start, line.Length).Contains(']');
            }
            else if (ReadSetting(text, line, isInSection) is { } setting)
            {
                settings.Add(setting);
            }
        }
        return new(path, SourceText.From(text), settings.DrainToImmutable());
    }

    private static EditorConfigSetting? ReadSetting(string text, TextSpan line, bool isInSection)
    {
        var keyEnd = line.Start;
        while (keyEnd < line.End && (char.IsLetterOrDigit(text[keyEnd]) || text[keyEnd] is '_' or '-' or '.'))
        {
            keyEnd++;
        }
        var separator = keyEnd;
        while (separator < line.End && char.IsWhiteSpace(text[separator]))
        {
            separator++;
        }
        if (keyEnd == line.Start || separator == line.End || text[separator] is not ('=' or ':'))
        {
            return null;
        }
        var comment = text.AsSpan(separator + 1, line.End - separator - 1).IndexOfAny('#', ';');
        var value = Trim(text, TextSpan.FromBounds(separator + 1, comment < 0 ? line.End : separator + 1 + comment));
        var key = TextSpan.FromBounds(line.Start, keyEnd);
        return new(text[key.Start..key.End].ToLowerInvariant(), key, text.Substring(value.Start, value.Length), value, isInSection);
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return TextSpan.FromBounds(start, end);
    }
}
