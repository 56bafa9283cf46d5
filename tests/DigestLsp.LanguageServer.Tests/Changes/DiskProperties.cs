using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Whatever happens to files and folders and is told: the server knows the digests that one knows that reads them all anew.</summary>
public sealed class DiskProperties : IDisposable
{
    /// <summary>How many histories are tried; <c>DIGESTLSP_HISTORIES=2000</c> for more than a run of all tests waits for.</summary>
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("DIGESTLSP_HISTORIES") ?? "20",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] Folders =
    [
        "main",
        "main/a",
        "main/a/b",
        "main/März 100%",
        "main/node_modules",
        "main/.hidden",
        "other",
        "other/a",
        "out",
        "out/a",
    ];

    private static readonly string[] Names = ["1.digest", "2025-01-02.digest.txt", "plain.txt", "banner.txt", "other.md", "x.DIGEST"];

    private static readonly string[] Ignores =
    [
        "a/",
        "/a",
        "*.txt",
        "b\n!plain.txt",
        "**/1.*",
        "*\n!*/\n!*.digest",
        "1.digest",
        "/März 100%/",
        "a/b",
        "link*",
    ];

    private static readonly string[] Configurations =
    [
        "root = true\n[*.txt]\ndigest_document = true\n",
        "[1.digest]\ndigest_document = false\n",
        "[a/**]\ndigest_document = false\n",
        "[*.md]\ndigest_document = true\n",
        "root = true\n",
    ];

    private static readonly byte[][] Contents =
    [
        Encoding.UTF8.GetBytes(Papers.Digest("Mar 11", Papers.Kites)),
        Encoding.UTF8.GetBytes("\uFEFF" + Papers.Digest("Mar 12", Papers.Kites, Papers.Moths)),
        Encoding.UTF8.GetBytes("Get trending papers in your email inbox!\n\n" + Papers.Digest("Mar 12", Papers.Bread)),
        Encoding.Unicode.GetBytes("\uFEFF" + Papers.Digest("Mar 12", Papers.Moths)),
        [.. Encoding.UTF8.GetBytes(Papers.Digest("Mar 13", Papers.Bread)), 0xFF, 0xC3, (byte)'\n'],
        [],
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Papers.Digest("Mar 11", Papers.Moths), 300))),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _root;

    public DiskProperties() => _root = RealPath.Of(_folder.FullName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_told_of_files_and_folders_leaves_what_is_there() => Check(isTold: true, Count);

    /// <summary>What a watcher sees it tells after a moment, for which each history waits.</summary>
    [UnixFact]
    public void What_is_seen_of_files_and_folders_leaves_what_is_there() => Check(isTold: false, Count / 4);

    private void Check(bool isTold, int count) =>
        Prop.ForAll(
                Arb.From(Histories, Shorter),
                history =>
                {
                    foreach (var folder in Directory.GetDirectories(_root))
                    {
                        Directory.Delete(folder, recursive: true);
                    }
                    foreach (var folder in Folders)
                    {
                        Directory.CreateDirectory(PathOf(folder));
                    }
                    Run(history, isTold).GetAwaiter().GetResult();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count));

    private static Gen<string> FolderNames => Gen.Elements(Folders);

    private static Gen<string> FileNames => FolderNames.Zip(Gen.Elements(Names), (folder, name) => $"{folder}/{name}");

    private static Gen<Happening[]> Histories =>
        Gen.Frequency(
                (6, Two("write", FileNames, Gen.Choose(0, Contents.Length - 1).Select(i => $"{i}"))),
                (3, Two("delete", FileNames, Gen.Constant(""))),
                (2, Two("delete", FolderNames, Gen.Constant(""))),
                (3, Two("move", FileNames, FileNames)),
                (3, Two("move", FolderNames, FolderNames.Select(folder => folder + "-moved"))),
                (2, Two("move", FolderNames.Select(folder => folder + "-moved"), FolderNames)),
                (1, Two("link", FolderNames.Select(folder => $"{folder}/link.digest"), FileNames)),
                (1, Two("link", FolderNames.Select(folder => $"{folder}/link"), FolderNames)),
                (
                    2,
                    Two(
                        "delete",
                        FolderNames.Zip(Gen.Elements("link", "link.digest"), (folder, link) => $"{folder}/{link}"),
                        Gen.Constant("")
                    )
                ),
                (
                    2,
                    Two(
                        "ignore",
                        FolderNames.Zip(Gen.Elements(".gitignore", ".ignore"), (folder, name) => $"{folder}/{name}"),
                        Gen.Elements(Ignores)
                    )
                ),
                (2, Two("ignore", FolderNames.Select(folder => $"{folder}/.editorconfig"), Gen.Elements(Configurations))),
                (
                    1,
                    Two(
                        "delete",
                        FolderNames.Zip(Gen.Elements(".gitignore", ".ignore", ".editorconfig"), (folder, name) => $"{folder}/{name}"),
                        Gen.Constant("")
                    )
                ),
                (2, Two("add", Gen.Elements("other", "main/a", "other/a", "out", "main/a-moved"), Gen.Constant(""))),
                (2, Two("remove", Gen.Elements("other", "main", "main/a", "other/a", "out"), Gen.Constant(""))),
                (2, Two("open", FileNames, Gen.Elements("Mar 1\n", "Mar 2\n\nA Title of Nothing\n"))),
                (2, Two("close", FileNames, Gen.Constant(""))),
                (8, Two("tell", FileNames, Gen.Constant("")))
            )
            .ListOf()
            .Resize(24)
            .Select(list => list.ToArray());

    private static Gen<Happening> Two(string kind, Gen<string> first, Gen<string> second) =>
        first.Zip(second, (one, other) => new Happening(kind, one, other));

    private string PathOf(string name) => Path.Combine(_root, name);

    private async Task Run(Happening[] history, bool isTold)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        var background = new BackgroundWork(NullLogger<BackgroundWork>.Instance);
        var time = new ManualTime();
        var complaints = new ConcurrentQueue<string>();
        var pump = new DiagnosticsPump(workspace, (_, _, _) => [], (_, _, _) => { }, time, NullLogger<DiagnosticsPump>.Instance);
        var changes = new WorkspaceChanges(
            workspace,
            background,
            pump,
            cache: null,
            new LoadProgress(() => null, time, NullLogger<LoadProgress>.Instance),
            complaints.Enqueue,
            complaints.Enqueue,
            NullLogger<WorkspaceChanges>.Instance
        );
        using var end = new CancellationTokenSource();
        using var watcher = isTold ? null : changes.WatchFolders();
        var working = background.RunAsync(end.Token);
        var roots = new HashSet<string> { "main" };
        var untold = new HashSet<string>();
        changes.AddFolders([PathOf("main")]);
        await RestAsync();
        foreach (var happening in history)
        {
            Make(happening, changes, workspace, roots, untold);
            if (happening.Kind is "tell" or "remove" or "add")
            {
                Tell();
                await RestAsync();
                if (isTold)
                {
                    Compare();
                }
            }
        }
        Tell();
        await RestAsync();
        for (var patience = isTold ? 0 : 100; patience > 0 && Expected() != Describe(workspace.Current); patience--)
        {
            await Task.Delay(100);
            await RestAsync();
        }
        Compare();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);

        void Tell()
        {
            if (untold.Count > 0 && isTold)
            {
                changes.ReadFiles([.. untold]);
                untold.Clear();
            }
        }

        async Task RestAsync()
        {
            while (!background.IsIdle)
            {
                await Task.Delay(1);
            }
        }

        void Compare()
        {
            Assert.Equal(Expected(), Describe(workspace.Current));
            Assert.Empty(complaints);
        }

        string Expected()
        {
            var anew = new Workspace(DocumentAnalysis.Prepare);
            anew.Load([.. roots.Select(PathOf)]);
            foreach (var open in workspace.Current.Documents.Where(document => document.IsOpen))
            {
                anew.Open(open.Path, 1, open.GetTree()!.Text.ToString());
            }
            return Describe(anew.Current);
        }
    }

    private string Describe(Snapshot snapshot) =>
        string.Join(
            '\n',
            snapshot
                .Documents.Select(document =>
                    $"{Path.GetRelativePath(_root, document.Path)} {document.IsOpen} {document.GetTree()?.Text.Length} "
                    + string.Join(' ', document.Papers.Take(3).Select(paper => paper.Facts.Content))
                    + string.Join(' ', DocumentAnalysis.Diagnose(snapshot, document).Take(3).Select(found => found.Descriptor.Id))
                )
                .Concat(snapshot.Unreadable.Select(problem => $"{Path.GetRelativePath(_root, problem.Path)}: {problem.Message}"))
                .Order(StringComparer.Ordinal)
        );

    private void Make(Happening happening, WorkspaceChanges changes, Workspace workspace, HashSet<string> roots, HashSet<string> untold)
    {
        var (kind, name, other) = happening;
        var path = PathOf(name);
        var isOpen = workspace.Current.GetDocument(path) is { IsOpen: true };
        switch (kind)
        {
            case "write" when Directory.Exists(Path.GetDirectoryName(path)) && !Directory.Exists(path):
                File.WriteAllBytes(path, Contents[int.Parse(other, CultureInfo.InvariantCulture)]);
                untold.Add(path);
                break;
            case "ignore" when Directory.Exists(Path.GetDirectoryName(path)):
                File.WriteAllText(path, other);
                untold.Add(path);
                break;
            case "delete" when new FileInfo(path).LinkTarget is not null || File.Exists(path):
                File.Delete(path);
                untold.Add(path);
                break;
            case "delete" when Directory.Exists(path):
                Directory.Delete(path, recursive: true);
                untold.Add(path);
                break;
            case "move" when File.Exists(path) && !Path.Exists(PathOf(other)) && Directory.Exists(Path.GetDirectoryName(PathOf(other))):
                File.Move(path, PathOf(other));
                untold.Add(path);
                untold.Add(PathOf(other));
                break;
            case "move"
                when Directory.Exists(path)
                    && !other.StartsWith(name + "/", StringComparison.Ordinal)
                    && !Path.Exists(PathOf(other))
                    && Directory.Exists(Path.GetDirectoryName(PathOf(other))):
                Directory.Move(path, PathOf(other));
                untold.Add(path);
                untold.Add(PathOf(other));
                break;
            case "link" when Directory.Exists(Path.GetDirectoryName(path)) && !Path.Exists(path) && new FileInfo(path).LinkTarget is null:
                File.CreateSymbolicLink(path, PathOf(other));
                untold.Add(path);
                break;
            case "add" when roots.Add(name):
                changes.AddFolders([path]);
                break;
            case "remove" when roots.Remove(name):
                changes.RemoveFolders([path]);
                break;
            case "open" when !isOpen && RealPath.Of(path) == path:
                changes.Open(path, 1, other);
                break;
            case "close" when isOpen:
                changes.Close(path);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<Happening[]> Shorter(Happening[] all)
    {
        for (var size = (all.Length + 1) / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= all.Length; start += size)
            {
                yield return [.. all[..start], .. all[(start + size)..]];
            }
        }
    }

    private sealed record Happening(string Kind, string Name, string Other);
}
