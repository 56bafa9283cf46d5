using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>Writing what was marked and accepted: the file is whole at any moment, and nobody else's changes are written over.</summary>
public sealed class SuppressionWritingTests : IDisposable
{
    private const string Name = "digests/.digestlsp/distinct.json";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_made_and_so_is_its_folder()
    {
        Assert.Null(Apply(before: null, "new"));
        Assert.Equal("new", _folder.Read(Name));
        AssertNoLeftovers();
    }

    [Theory]
    [InlineData("old")]
    [InlineData("\uFEFFold")]
    public void A_file_that_holds_what_was_read_is_replaced(string held)
    {
        _folder.Write(Name, held);
        Assert.Null(Apply("old", "new"));
        Assert.Equal("new", _folder.Read(Name));
        AssertNoLeftovers();
    }

    [Theory]
    [InlineData(null, "theirs")]
    [InlineData("old", "theirs")]
    [InlineData("old", null)]
    public void A_file_that_holds_something_else_stays(string? before, string? held)
    {
        if (held is not null)
        {
            _folder.Write(Name, held);
        }
        Assert.Equal("was changed meanwhile; it is left as it is", Apply(before, "new")?.Message);
        Assert.Equal(held, Held());
        AssertNoLeftovers();
    }

    [Fact]
    public void A_read_only_file_stays()
    {
        var path = _folder.Write(Name, "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Equal("cannot be written: the file is read-only; it is left as it is", Apply("old", "new")?.Message);
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal("old", _folder.Read(Name));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_written()
    {
        var target = _folder.Write("shared.json", "old");
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(Name))!);
        File.CreateSymbolicLink(_folder.PathOf(Name), target);
        Assert.Null(Apply("old", "new"));
        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(_folder.PathOf(Name)).LinkTarget);
    }

    [Fact]
    public void Whatever_fails_whenever_the_file_is_whole()
    {
        foreach (var before in new[] { null, "old" })
        {
            foreach (var isMeddledWith in new[] { false, true })
            {
                for (var step = 0; step < 12; step++)
                {
                    CheckFailure(before, step, isMeddledWith);
                }
            }
        }
    }

    private void CheckFailure(string? before, int failing, bool isMeddledWith)
    {
        File.Delete(_folder.Write(Name, ""));
        if (before is not null)
        {
            _folder.Write(Name, before);
        }
        var last = -1;
        var files = new FailingFiles
        {
            FailsAtStep = isMeddledWith ? -1 : failing,
            BeforeStep = step =>
            {
                last = step;
                if (isMeddledWith && step == failing)
                {
                    _folder.Write(Name, "theirs");
                }
            },
        };

        var problem = Apply(before, "new", files);

        string?[] allowed =
            isMeddledWith && last >= failing ? ["new", "theirs"]
            : problem is null ? ["new"]
            : [before];
        Assert.Contains(Held(), allowed);
        AssertNoLeftovers();
    }

    private EditProblem? Apply(string? before, string after, IFileStore? files = null) =>
        new FileEdits(files ?? new DiskFiles()).Apply(new SuppressionEdit(_folder.PathOf(Name), before, after));

    private string? Held() => File.Exists(_folder.PathOf(Name)) ? _folder.Read(Name) : null;

    private void AssertNoLeftovers()
    {
        var folder = Path.GetDirectoryName(_folder.PathOf(Name))!;
        Assert.Empty(Directory.Exists(folder) ? Directory.GetFiles(folder).Select(Path.GetFileName).Except(["distinct.json"]) : []);
    }
}
