using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A file below <c>.digestlsp</c>.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Problems">What could not be made use of.</param>
/// <param name="Fault">
/// Where it is, and why it cannot be used at all (it is no JSON, or of a newer version); null where it can. Such a file is never written over.
/// </param>
public abstract record SuppressionFile(
    string Path,
    SourceText Text,
    ImmutableArray<ConfigurationProblem> Problems,
    ConfigurationProblem? Fault
) : ConfigurationFile(Path, Text, Problems)
{
    /// <summary>The version of the form that is read and written.</summary>
    public const int Version = 1;

    /// <summary>The name of the folder.</summary>
    public const string FolderName = ".digestlsp";

    /// <summary>The folder from which its relative paths count.</summary>
    public string Root => RootOf(Path);

    /// <summary>The folder from which a file's relative paths count: that which holds the <c>.digestlsp</c> that it is in, else its own.</summary>
    public static string RootOf(string file)
    {
        var folder = System.IO.Path.GetDirectoryName(file)!;
        return System.IO.Path.GetFileName(folder) == FolderName ? System.IO.Path.GetDirectoryName(folder) ?? folder : folder;
    }

    /// <summary>A document's path as the file gives it: relative to <see cref="Root"/>, with forward slashes on every machine.</summary>
    public static string RelativePath(string root, string document) =>
        System.IO.Path.GetRelativePath(root, document).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}

/// <summary>One version of a baseline's file.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Problems">What could not be made use of.</param>
/// <param name="Fault">Why it cannot be used at all, null where it can.</param>
/// <param name="Baseline">What it says.</param>
public sealed record BaselineFile(
    string Path,
    SourceText Text,
    ImmutableArray<ConfigurationProblem> Problems,
    ConfigurationProblem? Fault,
    Baseline Baseline
) : SuppressionFile(Path, Text, Problems, Fault)
{
    /// <summary>Its name.</summary>
    public const string Name = "baseline.json";
}

/// <summary>One version of a file of marks.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Problems">What could not be made use of.</param>
/// <param name="Fault">Why it cannot be used at all, null where it can.</param>
/// <param name="Marks">What it says.</param>
public sealed record DistinctFile(
    string Path,
    SourceText Text,
    ImmutableArray<ConfigurationProblem> Problems,
    ConfigurationProblem? Fault,
    DistinctMarks Marks
) : SuppressionFile(Path, Text, Problems, Fault)
{
    /// <summary>Its name.</summary>
    public const string Name = "distinct.json";
}
