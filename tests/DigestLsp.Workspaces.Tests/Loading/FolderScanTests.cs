using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>Which files below a folder are digests.</summary>
public sealed class FolderScanTests : IDisposable
{
    private const string Banner = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nMar 11\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.digest", "")]
    [InlineData("a.DIGEST", "no banner")]
    [InlineData("a.digest.txt", "no banner")]
    [InlineData("a.txt", Banner)]
    [InlineData("a.TXT", "\uFEFF" + Banner)]
    [InlineData("a.txt", "NEW\r\n\r\nsubscribe\r\n\r\nMar 11\r\n")]
    [InlineData("deep/er/a.digest", "")]
    public void Digests_are_known_by_their_name_or_their_banner(string name, string text)
    {
        _folder.Write(name, text);

        Check(name);
    }

    [Theory]
    [InlineData("a.txt", "Things to do\n\nMar 11\n")]
    [InlineData("a.txt", "new\n\nideas for the garden\n")]
    [InlineData("a.txt", "")]
    [InlineData("a.md", Banner)]
    [InlineData("digest", Banner)]
    [InlineData(".hidden/a.digest", "")]
    [InlineData("node_modules/a.digest", "")]
    [InlineData("deep/node_modules/er/a.digest", "")]
    [InlineData("deep/.git/a.txt", Banner)]
    public void Other_files_are_left_alone(string name, string text)
    {
        _folder.Write(name, text);

        Check();
    }

    [Fact]
    public void A_banner_is_known_where_a_character_is_cut_behind_it()
    {
        // Two bytes a character: whatever the number of bytes looked at, some digest has one across their end.
        _folder.Write("even.txt", Banner + string.Concat(Enumerable.Repeat("é", 4096)));
        _folder.Write("odd.txt", Banner + "x" + string.Concat(Enumerable.Repeat("é", 4096)));

        Check("even.txt", "odd.txt");
    }

    [Fact]
    public void A_text_that_is_not_Utf8_has_no_banner()
    {
        _folder.Write("a.txt", [.. "new\n\nSubscribe\n\n"u8, 0xE9, .. " and more of it\n"u8]);

        Check();
    }

    [Fact]
    public void Configuration_beats_name_and_banner()
    {
        _folder.Write(".editorconfig", "root = true\n[*.md]\ndigest_document = true\n[old.*]\ndigest_document = false\n");
        _folder.Write("a.md", "no banner");
        _folder.Write("old.digest", "");
        _folder.Write("old.txt", Banner);

        Check("a.md");
    }

    [Fact]
    public void A_file_that_is_named_outright_is_taken_whatever_it_is()
    {
        var path = _folder.Write("node_modules/notes.md", "no banner");

        Assert.Equal([path], FolderScan.Of([path], new()).Files.AsEnumerable());
    }

    [Fact]
    public void Each_file_is_taken_once_and_in_ordinal_order()
    {
        foreach (var name in new[] { "b.digest", "a.digest", "B.digest", "c/a.digest" })
        {
            _folder.Write(name, "");
        }

        var files = FolderScan.Of([_folder.FullName, _folder.PathOf("c"), _folder.PathOf("a.digest"), _folder.FullName + "/"], new()).Files;

        Assert.Equal([.. new[] { "B.digest", "a.digest", "b.digest", "c/a.digest" }.Select(_folder.PathOf)], files.AsEnumerable());
    }

    [Fact]
    public void What_does_not_exist_is_a_problem()
    {
        var scan = FolderScan.Of([_folder.PathOf("nothing")], new());

        Assert.Empty(scan.Files);
        Assert.Equal([new LoadProblem(_folder.PathOf("nothing"), "there is no such file or folder")], scan.Problems.AsEnumerable());
    }

    [Fact]
    public void Links_that_lead_back_up_end()
    {
        _folder.Write("a/a.digest", "");
        Directory.CreateSymbolicLink(_folder.PathOf("a/up"), _folder.FullName);
        Directory.CreateSymbolicLink(_folder.PathOf("a/self"), "self");

        Check("a/a.digest");
    }

    [Fact]
    public void Files_that_links_lead_to_are_taken_once()
    {
        _folder.Write("real/deep/a.digest", "");
        // In whatever order a folder lists what it holds, some links come before what they lead to.
        for (var i = 0; i < 9; i++)
        {
            Directory.CreateSymbolicLink(_folder.PathOf($"link{i}"), _folder.PathOf("real"));
            Directory.CreateSymbolicLink(_folder.PathOf($"deep{i}"), _folder.PathOf("real/deep"));
        }
        File.CreateSymbolicLink(_folder.PathOf("link.digest"), _folder.PathOf("real/deep/a.digest"));

        Check("real/deep/a.digest");
    }

    [Fact]
    public void Links_to_folders_elsewhere_are_followed()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("deep/a.digest", "");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), elsewhere.FullName);

        Assert.Equal("a.digest", Path.GetFileName(Assert.Single(FolderScan.Of([_folder.FullName], new()).Files)));
    }

    [Fact]
    public void A_link_to_nowhere_is_no_digest_and_stops_nothing()
    {
        _folder.Write("a.digest", "");
        File.CreateSymbolicLink(_folder.PathOf("b.txt"), _folder.PathOf("nothing"));

        Assert.Equal([_folder.PathOf("a.digest")], FolderScan.Of([_folder.FullName], new()).Files.AsEnumerable());
    }

    private void Check(params string[] expected)
    {
        var scan = FolderScan.Of([_folder.FullName], new());

        Assert.Equal(expected.Select(_folder.PathOf), scan.Files.AsEnumerable());
        Assert.Empty(scan.Problems);
    }
}
