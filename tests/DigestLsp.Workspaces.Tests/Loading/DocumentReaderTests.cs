using System.Text;
using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("Mar 11\r\n\r\nÜber Glocken 𝄞\r\n")]
    public void Text_is_read_as_it_stands(string text) => Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text)).Text!.ToString());

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        Assert.Equal("Mar 11\n", Read([0xEF, 0xBB, 0xBF, .. "Mar 11\n"u8]).Text!.ToString());

    [Fact]
    public void A_stamp_tells_size_and_time()
    {
        var read = Read("Mar 11\n"u8.ToArray());

        Assert.Equal(new FileStamp(7, File.GetLastWriteTimeUtc(_folder.PathOf("a.digest"))), read.Stamp);
    }

    [Fact]
    public void Bytes_that_are_not_Utf8_are_named_with_their_line()
    {
        CheckProblem(
            "is not UTF-8: on line 3, byte 8 (0xE9) begins no valid character; save the file as UTF-8",
            [.. "Mar 11\n\n"u8, 0xE9, .. " la carte\n"u8],
            line: 2
        );
        CheckProblem(
            "is not UTF-8: on line 1, byte 6 (0xFF) begins no valid character; save the file as UTF-8",
            [0xEF, 0xBB, 0xBF, .. "Mar"u8, 0xFF]
        );
        CheckProblem("is not UTF-8: on line 1, the file ends inside a character; save the file as UTF-8", [.. "Mar"u8, 0xE2, 0x80]);
    }

    [Fact]
    public void A_folder_is_not_read()
    {
        var read = DocumentReader.Read(_folder.FullName);

        Assert.Null(read.Text);
        Assert.Equal(new LoadProblem(_folder.FullName, "is a folder, not a file"), read.Problem);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem()
    {
        var read = DocumentReader.Read(_folder.PathOf("nothing.digest"));

        Assert.Equal(new LoadProblem(_folder.PathOf("nothing.digest"), "cannot be read: there is no such file"), read.Problem);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        var path = _folder.PathOf("a.digest");
        using (var stream = File.Create(path))
        {
            stream.SetLength(2L << 30); // sparse: it takes no room
        }

        Assert.Equal(
            new LoadProblem(path, "has 2,147,483,648 bytes, and a digest at most 1,073,741,824; split it"),
            DocumentReader.Read(path).Problem
        );
    }

    private DocumentReader.Result Read(byte[] bytes) => DocumentReader.Read(_folder.Write("a.digest", bytes));

    private void CheckProblem(string expected, byte[] bytes, int line = 0)
    {
        var read = Read(bytes);

        Assert.Null(read.Text);
        Assert.Equal(new LoadProblem(_folder.PathOf("a.digest"), expected, line), read.Problem);
    }
}
