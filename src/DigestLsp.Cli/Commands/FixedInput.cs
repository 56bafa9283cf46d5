using DigestLsp.Analyzers;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>The digests that are to be fixed or formatted.</summary>
internal sealed class FixedInput
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly Workspace _workspace;
    private readonly string[] _paths;
    private readonly bool _hasByteOrderMark;

    private FixedInput(Workspace workspace, string[] paths, IReadOnlyList<LoadProblem> problems, bool hasByteOrderMark)
    {
        _workspace = workspace;
        _paths = paths;
        _hasByteOrderMark = hasByteOrderMark;
        Problems = problems;
    }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; private set; }

    /// <summary>Whether it is standard input, and nothing else.</summary>
    public bool IsStandardInput => _paths is [CheckedInput.StandardInput];

    /// <summary>All documents.</summary>
    public Snapshot Snapshot => _workspace.Current;

    /// <summary>Reads digests that are to be changed.</summary>
    /// <param name="paths">Files and folders, or standard input alone.</param>
    /// <param name="configuration">The configuration that applies.</param>
    /// <param name="isAnalyzed">Whether their findings will be asked for.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static FixedInput Load(string[] paths, EditorConfiguration configuration, bool isAnalyzed, CancellationToken cancellation)
    {
        var workspace = isAnalyzed ? new Workspace(DocumentAnalysis.Prepare) : new Workspace();
        workspace.Reconfigure(configuration);
        if (paths is not [CheckedInput.StandardInput])
        {
            var input = new FixedInput(workspace, paths, [], hasByteOrderMark: false);
            input.Reload(cancellation);
            return input;
        }
        var read = CheckedInput.Read(CheckedInput.StandardInput);
        if (read.Text is { } text)
        {
            workspace.Open(CheckedInput.StandardInput, 0, text.ToString());
        }
        return new(workspace, paths, read.Problem is { } problem ? [problem] : [], read.HasByteOrderMark);
    }

    /// <summary>Reads again what has changed on disk.</summary>
    public void Reload(CancellationToken cancellation)
    {
        using var progress = new ProgressLine("Reading digests");
        Problems = _workspace.Load(_paths, progress.Report, cancellation);
    }

    /// <summary>The bytes of a document of this input, null where its file has changed since.</summary>
    public byte[]? BytesOf(Document document)
    {
        if (document.GetTree() is not { } tree)
        {
            return null;
        }
        using var bytes = new MemoryStream();
        if (IsStandardInput ? _hasByteOrderMark : HasByteOrderMark(document.Path))
        {
            bytes.Write(ByteOrderMark);
        }
        tree.Text.WriteUtf8To(bytes);
        return bytes.ToArray();
    }

    private static bool HasByteOrderMark(string path)
    {
        Span<byte> head = stackalloc byte[ByteOrderMark.Length];
        using var stream = File.OpenRead(path);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(ByteOrderMark);
    }
}
