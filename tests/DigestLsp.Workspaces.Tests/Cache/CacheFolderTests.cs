using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests.Cache;

public sealed class CacheFolderTests : IDisposable
{
    private const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private readonly TemporaryFolder _folder = new();
    private readonly CacheFolder _cache;

    public CacheFolderTests() => _cache = new(_folder.PathOf("cache"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_and_listed()
    {
        Assert.Null(_cache.OpenFile("one"));
        Assert.Empty(_cache.GetFiles());

        Write("one", "first");
        Write("one", "second");
        Write("two", "third");

        Assert.Equal("second", Read("one"));
        Assert.Equal("third", Read("two"));
        Assert.Equal(["one.facts", "two.facts"], _cache.GetFiles().Select(file => Path.GetFileName(file.Path)).Order());
        Assert.Equal((2, 11), _cache.Clear());
        Assert.Null(_cache.OpenFile("one"));
        Assert.Equal((0, 0), _cache.Clear());
    }

    [Fact]
    public void Nobody_else_can_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Write("one", "text");

        Assert.Equal(PrivateAccess.Folder, File.GetUnixFileMode(_cache.Path));
        Assert.Equal(PrivateAccess.File, File.GetUnixFileMode(_cache.GetFiles()[0].Path));
    }

    [Fact]
    public void A_file_that_others_may_use_is_not_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Write("one", "text");

        File.SetUnixFileMode(_cache.GetFiles()[0].Path, Shared);

        Assert.Null(_cache.OpenFile("one"));
    }

    [Fact]
    public void A_folder_that_others_may_use_is_neither_read_nor_written()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Write("one", "text");

        File.SetUnixFileMode(_cache.Path, PrivateAccess.Folder | UnixFileMode.GroupWrite);

        Assert.Null(_cache.OpenFile("one"));
        Assert.Throws<UnauthorizedAccessException>(() => Write("two", "text"));
    }

    [Fact]
    public void A_link_in_place_of_the_folder_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Directory.CreateDirectory(_folder.PathOf("elsewhere"), PrivateAccess.Folder);
        Directory.CreateDirectory(_folder.PathOf("cache"));
        Directory.CreateSymbolicLink(_cache.Path, _folder.PathOf("elsewhere"));

        Assert.Throws<UnauthorizedAccessException>(() => Write("one", "text"));
        Assert.Empty(Directory.GetFiles(_folder.PathOf("elsewhere")));
    }

    [Fact]
    public void A_file_of_another_user_is_not_opened()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            // Others' files are closed to whoever is not root.
            return;
        }
        Write("one", "text");
        var chown = System.Diagnostics.Process.Start("chown", ["12345", _cache.GetFiles()[0].Path]);
        chown.WaitForExit();

        Assert.Null(_cache.OpenFile("one"));
    }

    [Fact]
    public void A_write_that_fails_leaves_what_was_there()
    {
        Write("one", "text");

        Assert.Throws<IOException>(() =>
            _cache.WriteFile(
                "one",
                stream =>
                {
                    stream.WriteByte(1);
                    throw new IOException("the disk is full");
                }
            )
        );

        Assert.Equal("text", Read("one"));
        Assert.Single(Directory.GetFiles(_cache.Path));
    }

    [Fact]
    public void What_a_process_left_unfinished_goes_when_nobody_can_be_writing_it_any_more()
    {
        Write("one", "text");
        var abandoned = _folder.Write("cache/facts/two.1.tmp", "half");
        var current = _folder.Write("cache/facts/two.2.tmp", "half");
        File.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow.AddHours(-2));

        Write("one", "text");

        Assert.False(File.Exists(abandoned));
        Assert.True(File.Exists(current));
        Assert.Single(_cache.GetFiles());
    }

    [Fact]
    public void The_files_that_were_used_last_stay()
    {
        for (var i = 0; i < 70; i++)
        {
            Write($"{i}", "text");
            File.SetLastWriteTimeUtc(Path.Combine(_cache.Path, $"{i}.facts"), DateTime.UtcNow.AddDays(i - 100));
        }
        Assert.Equal("text", Read("6"));

        Write("last", "text");

        Assert.Equal(64, _cache.GetFiles().Count);
        Assert.Equal("last.facts", Path.GetFileName(_cache.GetFiles()[0].Path));
        Assert.Equal("6.facts", Path.GetFileName(_cache.GetFiles()[1].Path));
        Assert.Null(_cache.OpenFile("7"));
    }

    [Fact]
    public void Whoever_reads_a_file_that_is_replaced_reads_the_old_one()
    {
        Write("one", "first");
        using var handle = _cache.OpenFile("one")!;

        Write("one", "other");

        var bytes = new byte[5];
        RandomAccess.Read(handle, bytes, 0);
        Assert.Equal("first"u8.ToArray(), bytes);
    }

    private void Write(string name, string text) =>
        _cache.WriteFile(name, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private string Read(string name)
    {
        using var stream = new FileStream(_cache.OpenFile(name)!, FileAccess.Read);
        return new StreamReader(stream).ReadToEnd();
    }
}
