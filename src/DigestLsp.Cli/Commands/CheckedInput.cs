using DigestLsp.Analyzers;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>Loads what the command line names.</summary>
internal static class CheckedInput
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Loads files, folders and standard input into one snapshot.</summary>
    public static (Snapshot Snapshot, IReadOnlyList<LoadProblem> Problems) Load(
        string[] paths,
        EditorConfiguration configuration,
        CancellationToken cancellation
    )
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        workspace.Reconfigure(configuration);
        List<LoadProblem> problems;
        using (var progress = new ProgressLine("Reading digests"))
        {
            problems = [.. workspace.Load([.. paths.Where(path => path != StandardInput)], progress.Report, cancellation)];
        }
        if (paths.Contains(StandardInput))
        {
            try
            {
                workspace.Open(StandardInput, 0, ReadStandardInput());
            }
            catch (InvalidUtf8Exception exception)
            {
                problems.Add(new(StandardInput, $"standard input is not UTF-8: byte {exception.ByteOffset:N0} begins no valid character"));
            }
        }
        return (workspace.Current, problems);
    }

    /// <summary>All of standard input.</summary>
    /// <exception cref="InvalidUtf8Exception">It is not UTF-8.</exception>
    public static string ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var text = SourceText.From(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).ToString();
        return text.TrimStart('\uFEFF');
    }
}
