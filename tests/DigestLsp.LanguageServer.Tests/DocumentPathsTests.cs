using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>URIs and the paths that they stand for.</summary>
public sealed class DocumentPathsTests
{
    [Theory]
    [InlineData("file:///home/ann/b%20c/M%C3%A4rz%20%231%20100%25.digest", "/home/ann/b c/März #1 100%.digest")]
    [InlineData("file:///home/ann/a+b.digest", "/home/ann/a+b.digest")]
    [InlineData("file:///c%3A/digests/a.digest", @"C:\digests\a.digest")]
    [InlineData("file:///C:/digests/a.digest", @"C:\digests\a.digest")]
    [InlineData("file://server/share/a.digest", @"\\server\share\a.digest")]
    public void A_file_URI_names_a_path(string uri, string path) => Assert.Equal(path, DocumentPaths.FilePathOf(DocumentUri.Parse(uri)));

    [Theory]
    [InlineData("/home/ann/b c/März #1 100%?.digest")]
    [InlineData("/home/ann/[x] & {y}+~.digest")]
    public void A_path_comes_back_from_its_URI(string path) =>
        Assert.Equal(path, DocumentPaths.FilePathOf(DocumentUri.Parse(DocumentPaths.CanonicalUriOf(path).ToString())));

    [Fact]
    public void What_was_never_saved_goes_by_its_URI()
    {
        var uri = DocumentUri.Parse("untitled:Untitled-1");
        Assert.Equal("untitled:Untitled-1", DocumentPaths.PathOf(uri));
        Assert.Equal(uri, DocumentPaths.CanonicalUriOf("untitled:Untitled-1"));
    }

    [Theory]
    [InlineData("git:/home/ann/a.digest?ref")]
    [InlineData("vscode-notebook-cell:/a.digest")]
    [InlineData("https://example.org/a.digest")]
    public void Other_schemes_name_nothing(string uri) => Assert.Null(DocumentPaths.PathOf(DocumentUri.Parse(uri)));

    [Theory]
    [InlineData("file:///a%00b.digest")]
    [InlineData("file:///%00")]
    public void What_no_file_is_called_names_nothing(string uri) => Assert.Null(DocumentPaths.PathOf(DocumentUri.Parse(uri)));

    [Fact]
    public void A_link_and_the_file_behind_it_are_one_document()
    {
        using var folder = new DigestFolder();
        var file = folder.Write("a.digest", "");
        var link = folder.PathOf("link.digest");
        File.CreateSymbolicLink(link, file);
        Assert.Equal(file, DocumentPaths.PathOf(DocumentUri.FromFileSystemPath(link)));
    }

    [Fact]
    public void A_document_keeps_the_clients_spelling_of_its_URI()
    {
        using var folder = new DigestFolder();
        var file = folder.Write("März.digest", "");
        var paths = new DocumentPaths();
        foreach (var spelled in new[] { Uris.Of(file), Uris.Of(file).Replace(".digest", "%2Edigest") }.Select(DocumentUri.From))
        {
            paths.Open(spelled);
            Assert.Equal(spelled.ToString(), paths.UriOf(file).ToString());
            paths.Close(spelled);
            Assert.Equal(spelled.ToString(), paths.UriOf(file).ToString());
        }
    }

    [Fact]
    public void A_document_that_is_open_by_two_URIs_keeps_the_spelling_of_the_later_when_the_other_is_closed()
    {
        using var folder = new DigestFolder();
        var (paths, file, plain, link) = OpenByTwoNames(folder);

        paths.Close(plain);

        Assert.Equal(link.ToString(), paths.UriOf(file).ToString());
    }

    [Fact]
    public void A_document_that_is_open_by_two_URIs_is_closed_with_the_last()
    {
        using var folder = new DigestFolder();
        var (paths, file, plain, link) = OpenByTwoNames(folder);

        Assert.Null(paths.Close(link));
        Assert.Equal(plain.ToString(), paths.UriOf(file).ToString());
        Assert.Null(paths.Close(link));
        Assert.Equal(file, paths.Close(plain));
    }

    [Fact]
    public void A_document_keeps_its_path_while_it_is_open_wherever_links_lead()
    {
        using var folder = new DigestFolder();
        var (first, second) = (folder.Write("one/a.digest", ""), folder.Write("two/a.digest", ""));
        Directory.CreateSymbolicLink(folder.PathOf("link"), "one");
        var uri = DocumentUri.FromFileSystemPath(folder.PathOf("link/a.digest"));
        var paths = new DocumentPaths();
        Assert.Equal(first, paths.Open(uri));
        Directory.Delete(folder.PathOf("link"));
        Directory.CreateSymbolicLink(folder.PathOf("link"), "two");

        Assert.Equal(first, paths.OpenPathOf(uri));
        Assert.Equal(first, paths.Open(uri));
        Assert.Equal(first, paths.Close(uri));
        Assert.Equal(second, paths.OpenPathOf(uri));
        Assert.Equal(second, paths.Close(uri));
    }

    private static (DocumentPaths Paths, string File, DocumentUri Plain, DocumentUri Link) OpenByTwoNames(DigestFolder folder)
    {
        var file = folder.Write("a.digest", "");
        File.CreateSymbolicLink(folder.PathOf("link.digest"), file);
        var (plain, link) = (DocumentUri.FromFileSystemPath(file), DocumentUri.FromFileSystemPath(folder.PathOf("link.digest")));
        var paths = new DocumentPaths();
        paths.Open(plain);
        paths.Open(link);
        return (paths, file, plain, link);
    }
}
