using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>What is kept of findings from one version to the next never shows: they are those of texts that nobody saw before.</summary>
public sealed class KnownFindingsProperties : IDisposable
{
    private static readonly string[] Names = ["a.digest", "b.digest", "2025-01-02.digest"];

    private static readonly string[] Pieces =
    [
        "Mar 11\n\n",
        "Apr 2, 2025\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells}\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells.Replace("thirty", "forty", StringComparison.Ordinal)}\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells[..^60]}\n\n",
        $"Hearing Walls\n\n{Bells}\n\n",
        $"Lakes That Leave\narxiv: 2603.90001\n\n{Glaciers}\n\n",
        $"Lakes That Leave\nsee: Hearing Walls\n\n{Glaciers}  lakes lakes\n\n",
    ];

    private static readonly Gen<string> Digest = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<Operation> Operations = Gen.OneOf(
        Gen.Elements(Names).Zip(Digest, (name, text) => new Operation("open", name, 0, text)),
        Gen.Elements(Names)
            .Zip(Gen.Choose(0, 40), (name, line) => (name, line))
            .Zip(Gen.Elements("x", "\n\n", "thirty ", Pieces[2]), (at, text) => new Operation("type", at.name, at.line, text)),
        Gen.Elements(Names).Zip(Digest, (name, text) => new Operation("write", name, 0, text)),
        Gen.Elements(Names).Select(name => new Operation("close", name, 0, ""))
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Findings_after_any_operations_are_those_of_a_workspace_built_anew() =>
        Prop.ForAll(
                Operations.ListOf().ToArbitrary(),
                operations =>
                {
                    foreach (var name in Names)
                    {
                        _folder.Write(name, Pieces[2] + Pieces[6]);
                    }
                    var workspace = new Workspace(DocumentAnalysis.Prepare);
                    workspace.Load([_folder.FullName]);
                    var version = 0;
                    foreach (var operation in operations)
                    {
                        Make(operation, workspace, ++version);
                        Assert.Equal(Anew(workspace.Current), SnapshotDescription.Of(workspace.Current));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(20));

    [Fact]
    public void What_was_found_while_the_text_of_a_copy_was_out_of_reach_is_found_again_with_it()
    {
        var whole = _folder.Write("2025-01-01.digest", Pieces[2]);
        var path = _folder.PathOf("2025-01-02.digest");
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        workspace.Load([_folder.FullName]);
        workspace.Open(path, 1, Pieces[4] + Pieces[6]);
        File.Move(whole, whole + ".away");
        SnapshotDescription.Of(workspace.Current);
        File.Move(whole + ".away", whole);

        workspace.Change(path, 2, [new(new(new(4, 3), new(4, 3)), "x")]);

        Assert.Equal(Anew(workspace.Current), SnapshotDescription.Of(workspace.Current));
    }

    private void Make(Operation operation, Workspace workspace, int version)
    {
        var path = _folder.PathOf(operation.Name);
        var isOpen = workspace.Current.GetDocument(path) is { IsOpen: true };
        switch (operation.Kind)
        {
            case "open" when !isOpen:
                workspace.Open(path, version, operation.Text);
                break;
            case "type" when isOpen:
                workspace.Change(path, version, [new(new(new(operation.Line, 3), new(operation.Line, 3)), operation.Text)]);
                break;
            case "write":
                _folder.Write(operation.Name, operation.Text);
                workspace.Refresh([path]);
                break;
            case "close" when isOpen:
                workspace.Close(path);
                workspace.Refresh([path]);
                break;
        }
    }

    private string Anew(Snapshot snapshot)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare);
        workspace.Load([_folder.FullName]);
        foreach (var document in snapshot.Documents.Where(document => document.IsOpen))
        {
            workspace.Open(document.Path, document.Version!.Value, document.GetTree()!.Text.ToString());
        }
        return SnapshotDescription.Of(workspace.Current);
    }

    private sealed record Operation(string Kind, string Name, int Line, string Text);
}
