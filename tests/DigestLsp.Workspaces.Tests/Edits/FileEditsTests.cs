using System.Collections.Immutable;
using System.Text;
using DigestLsp.Testing;
using DigestLsp.Text;

namespace DigestLsp.Workspaces.Tests;

/// <summary>Writing edits to files: each whole or not at all, and only while it is what the edit was computed from.</summary>
public sealed class FileEditsTests : IDisposable
{
    private readonly List<Syntax.SyntaxTree?> _texts = [];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\uFEFFMar 11\r\n\r\nold\r\n", "\uFEFFMar 11\r\n\r\nnew\r\n")]
    [InlineData("Mar 11\n\nold", "Mar 11\n\nnew")]
    [InlineData("Mar 11\r\rFlüße, 砂 🏞️ old\r", "Mar 11\r\rFlüße, 砂 🏞️ new\r")]
    public void Encoding_mark_line_ends_and_all_other_characters_stay(string before, string after)
    {
        var path = _folder.Write("a.digest", before);

        var result = Apply(Load(), Edit("a.digest", "old", "new"));

        Assert.Equal([path], result.Written);
        Assert.Empty(result.Problems);
        Assert.Equal(Encoding.UTF8.GetBytes(after), File.ReadAllBytes(path));
        AssertNoLeftovers("a.digest");
    }

    [Fact]
    public void Permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.UserExecute;
        var path = _folder.Write("a.digest", "Mar 11\n\nold\n");
        File.SetUnixFileMode(path, Mode);

        Apply(Load(), Edit("a.digest", "old", "new"));

        Assert.Equal(Mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_changed()
    {
        var target = _folder.Write("real/a.digest", "Mar 11\n\nold\n");
        var link = _folder.PathOf("link.digest");
        File.CreateSymbolicLink(link, target);
        var workspace = new Workspace();
        workspace.Load([link]);

        var result = Apply(workspace.Current, Edit("a.digest", "old", "new"));

        Assert.Equal([target], result.Written);
        Assert.Equal("Mar 11\n\nnew\n", File.ReadAllText(link));
        Assert.Equal(target, new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void A_file_that_is_read_only_stays_as_it_is()
    {
        var path = _folder.Write("a.digest", "Mar 11\n\nold\n");
        var snapshot = Load();
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var result = Apply(snapshot, Edit("a.digest", "old", "new"));

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal([new EditProblem(path, "cannot be written: the file is read-only; it is left as it is")], result.Problems);
        Assert.Equal("Mar 11\n\nold\n", File.ReadAllText(path));
        AssertNoLeftovers("a.digest");
    }

    [Theory]
    [InlineData("Mar 11\n\nodd\n")] // as many bytes
    [InlineData("Mar 11\n\nold and more\n")]
    [InlineData(null)]
    public void A_file_that_changed_meanwhile_is_left_alone_and_so_is_what_relies_on_it(string? meanwhile)
    {
        var changed = _folder.Write("a.digest", "Mar 11\n\nold\n");
        var relying = _folder.Write("b.digest", "Mar 12\n\nold\n");
        var other = _folder.Write("c.digest", "Mar 13\n\nold\n");
        var snapshot = Load();
        var written = File.GetLastWriteTimeUtc(changed);
        if (meanwhile is null)
        {
            File.Delete(changed);
        }
        else
        {
            File.WriteAllText(changed, meanwhile);
            File.SetLastWriteTimeUtc(changed, written); // what a copying tool or a coarse clock does
        }

        var result = Apply(
            snapshot,
            Edit("a.digest", "old", "new"),
            Edit("b.digest", "old", "new", reliesOn: "a.digest"),
            Edit("c.digest", "old", "new")
        );

        var why = meanwhile is null ? "cannot be read: there is no such file" : "was changed meanwhile";
        Assert.Equal(
            [
                new EditProblem(changed, $"{why}; it is left as it is"),
                new EditProblem(relying, $"relies on copies in a.digest, which {why}; it is left as it is"),
            ],
            result.Problems
        );
        Assert.Equal([other], result.Written);
        Assert.Equal(meanwhile, File.Exists(changed) ? File.ReadAllText(changed) : null);
        Assert.Equal("Mar 12\n\nold\n", File.ReadAllText(relying));
    }

    [Fact]
    public void What_is_added_elsewhere_must_be_written_before_it_is_removed_here()
    {
        _folder.Write("a.digest", "Mar 11\n\nkept\n");
        var losing = _folder.Write("b.digest", "Mar 12\n\nnote\n");
        DocumentEdit[] edits = [Edit("a.digest", "kept", "kept, note"), Edit("b.digest", "note", "", reliesOn: "a.digest")];
        var files = new FailingFiles { FailsAt = path => path.Contains("a.digest", StringComparison.Ordinal), Step = FileStep.Write };

        var result = Apply(Load(), files, edits);

        Assert.Empty(result.Written);
        Assert.Equal("Mar 12\n\nnote\n", File.ReadAllText(losing));
    }

    [Fact]
    public void Where_only_a_removal_failed_others_may_still_rely_on_the_file()
    {
        _folder.Write("a.digest", "Mar 11\n\nkept, twice\n");
        var losing = _folder.Write("b.digest", "Mar 12\n\nkept\n");
        DocumentEdit[] edits = [Edit("a.digest", ", twice", ""), Edit("b.digest", "kept", "", reliesOn: "a.digest")];
        var files = new FailingFiles { FailsAt = path => path.Contains("a.digest", StringComparison.Ordinal), Step = FileStep.Write };

        var result = Apply(Load(), files, edits);

        Assert.Equal([losing], result.Written);
        Assert.Equal("a.digest", Path.GetFileName(Assert.Single(result.Problems).Path));
    }

    /// <summary>
    /// Word stands in a, and may be removed from b and c. Whatever step fails, and whatever file somebody else changes before
    /// whatever step: no file is half written, none of the others' changes are lost, and the word stands somewhere.
    /// </summary>
    [Fact]
    public void Whatever_fails_whenever_nothing_is_lost()
    {
        for (var step = 0; step < 30; step++)
        {
            foreach (var meddle in new Action<string>?[] { null, Rewrite, File.Delete })
            {
                foreach (var victim in new[] { "a.digest", "b.digest", "c.digest" })
                {
                    CheckFailure(step, meddle, victim);
                }
            }
        }
    }

    private void CheckFailure(int step, Action<string>? meddle, string victim)
    {
        string[] names = ["a.digest", "b.digest", "c.digest"];
        string[] texts = ["Mar 11\n\nword, twice\n", "Mar 12\n\nword, also\n", "Mar 13\n\nword, too\n"];
        string[] edited = ["Mar 11\n\nword\n", "Mar 12\n\n, also\n", "Mar 13\n\n, too\n"];
        foreach (var (name, text) in names.Zip(texts))
        {
            _folder.Write(name, text);
        }
        DocumentEdit[] edits =
        [
            Edit("a.digest", ", twice", ""),
            Edit("b.digest", "word", "", reliesOn: "a.digest"),
            Edit("c.digest", "word", "", reliesOn: "a.digest"),
        ];
        var files = new FailingFiles
        {
            FailsAtStep = meddle is null ? step : -1,
            BeforeStep = at =>
            {
                if (at == step)
                {
                    meddle?.Invoke(_folder.PathOf(victim));
                }
            },
        };

        var result = Apply(Load(), files, edits);

        for (var i = 0; i < names.Length; i++)
        {
            var now = File.Exists(_folder.PathOf(names[i])) ? _folder.Read(names[i]) : null;
            var isWritten = result.Written.Contains(_folder.PathOf(names[i]));
            string?[] allowed =
                meddle is not null && names[i] == victim ? [texts[i], edited[i], "somebody's word\n", null]
                : isWritten ? [edited[i]]
                : [texts[i]];
            Assert.Contains(now, allowed);
            Assert.True(
                isWritten || result.Problems.Any(problem => Path.GetFileName(problem.Path) == names[i]),
                $"{names[i]}, step {step}"
            );
        }
        if (meddle != File.Delete || result.Written.Count < names.Length)
        {
            Assert.Contains(
                names,
                name => File.Exists(_folder.PathOf(name)) && _folder.Read(name).Contains("word", StringComparison.Ordinal)
            );
        }
        AssertNoLeftovers(names);
    }

    private static void Rewrite(string path) => File.WriteAllText(path, "somebody's word\n");

    private void AssertNoLeftovers(params string[] names) =>
        Assert.Empty(Directory.GetFiles(_folder.FullName).Select(Path.GetFileName).Except(names));

    private Snapshot Load()
    {
        var workspace = new Workspace();
        workspace.Load([_folder.FullName]);
        // Edits are computed below when the files have changed already: the texts must not be read again.
        _texts.AddRange(workspace.Current.Documents.Select(document => document.GetTree()));
        return workspace.Current;
    }

    private FileEditResult Apply(Snapshot snapshot, params DocumentEdit[] edits) => Apply(snapshot, new DiskFiles(), edits);

    private static FileEditResult Apply(Snapshot snapshot, IFileStore files, params DocumentEdit[] edits) =>
        new FileEdits(files).Apply(new WorkspaceEdit([.. edits.Select(edit => In(snapshot, edit))]));

    /// <summary>An edit of documents that are loaded only later: names stand for them.</summary>
    private static DocumentEdit Edit(string name, string old, string text, string? reliesOn = null) =>
        new(Named(name), [new(new(0, 0), old), new(new(0, 0), text)], reliesOn is null ? [] : [Named(reliesOn)]);

    private static Document Named(string name) => Document.Open(name, 0, Syntax.SyntaxTree.Parse(SourceText.Empty));

    private static DocumentEdit In(Snapshot snapshot, DocumentEdit edit)
    {
        var document = Find(edit.Document);
        var (old, text) = (edit.Changes[0].NewText, edit.Changes[1].NewText);
        var start = document.GetTree()!.Text.ToString().IndexOf(old, StringComparison.Ordinal);
        ImmutableArray<Document> reliesOn = [.. edit.ReliesOn.Select(Find)];
        return new(document, [new(new(start, old.Length), text)], reliesOn);

        Document Find(Document named) => snapshot.Documents.Single(known => Path.GetFileName(known.Path) == named.Path);
    }
}
