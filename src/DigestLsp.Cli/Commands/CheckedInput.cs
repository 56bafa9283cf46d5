using DigestLsp.Analyzers;
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
            var read = Read(StandardInput);
            if (read.Problem is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                workspace.Open(StandardInput, 0, read.Text!.ToString());
            }
        }
        return (workspace.Current, problems);
    }

    /// <summary>Reads a file or standard input.</summary>
    public static DocumentReader.Result Read(string path)
    {
        if (path != StandardInput)
        {
            return DocumentReader.Read(Path.GetFullPath(path));
        }
        using var input = Console.OpenStandardInput();
        return DocumentReader.Read(StandardInput, input);
    }
}
