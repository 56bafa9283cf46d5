using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>What cannot be made use of in a configuration file.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Message">What is wrong and what would mend it, without a period.</param>
/// <param name="Replacement">What was probably meant; null where nothing comes near.</param>
public sealed record ConfigurationProblem(TextSpan Span, string Message, string? Replacement = null);

/// <summary>One version of a file that configures documents, immutable.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text, without a byte order mark.</param>
/// <param name="Problems">What could not be made use of, by place.</param>
public abstract record ConfigurationFile(string Path, SourceText Text, ImmutableArray<ConfigurationProblem> Problems)
{
    /// <summary>Whether the file holds this text still, character for character.</summary>
    public bool IsCurrent()
    {
        try
        {
            return RegularFile.Exists(Path) && File.ReadAllText(Path) == Text.ToString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
