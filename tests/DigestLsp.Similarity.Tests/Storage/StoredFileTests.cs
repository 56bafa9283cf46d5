using DigestLsp.Similarity.Storage;
using DigestLsp.Testing;

namespace DigestLsp.Similarity.Tests.Storage;

public sealed class StoredFileTests : IDisposable
{
    private const string Version = "one";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(300_000)]
    [InlineData(1 << 18)]
    [InlineData((1 << 20) + 1)]
    public void Sections_are_read_as_they_were_written(int count)
    {
        int[] numbers = [.. Enumerable.Range(-5, count)];
        string path = Write(writer =>
        {
            writer.BeginSection("numbers");
            // In pieces, as it comes.
            foreach (int[] part in numbers.Chunk(7_001))
            {
                writer.Write<int>(part);
            }

            writer.BeginSection("nothing");
            writer.BeginSection("one");
            writer.Write<double>([0.5]);
        });

        using StoredFile file = Open(path);
        Assert.Equal(numbers, file.Read<int>("numbers"));
        Assert.Empty(file.Read<byte>("nothing"));
        Assert.Equal([0.5], file.Read<double>("one"));
    }

    [Fact]
    public void What_is_not_there_or_no_such_run_of_numbers_is_refused()
    {
        using StoredFile file = Open(WriteSample());
        Assert.Throws<InvalidDataException>(() => file.Read<int>("letters"));
        Assert.Throws<InvalidDataException>(() => file.Read<long>("numbers"));
    }

    [Fact]
    public void Another_version_is_refused()
    {
        string path = WriteSample();
        Assert.Throws<InvalidDataException>(() => StoredFile.Open(File.OpenHandle(path), "two"));
        StoredFile.Open(File.OpenHandle(path), version: null).Dispose();
    }

    [Fact]
    public void A_file_that_was_not_completed_is_refused()
    {
        string path = _folder.PathOf("broken");
        using (var writer = new StoredFileWriter(File.Create(path)))
        {
            writer.BeginSection("numbers");
            writer.Write<int>([1, 2, 3]);
        }

        Assert.Throws<InvalidDataException>(() => Open(path));
    }

    [Fact]
    public void A_change_of_any_byte_is_found_out()
    {
        byte[] bytes = File.ReadAllBytes(WriteSample());
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] broken = [.. bytes];
            broken[i] ^= (byte)(1 << (i % 8));
            AssertRefused(broken);
        }
    }

    [Fact]
    public void A_file_that_is_cut_short_or_goes_on_is_found_out()
    {
        byte[] bytes = File.ReadAllBytes(WriteSample());
        for (int length = 0; length < bytes.Length; length++)
        {
            AssertRefused(bytes[..length]);
        }

        AssertRefused([.. bytes, 0]);
        AssertRefused([.. bytes, .. bytes]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Noise_is_no_file(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            AssertRefused(bytes);
        }
    }

    private void AssertRefused(byte[] bytes)
    {
        string path = _folder.Write("broken", bytes);
        Assert.Throws<InvalidDataException>(() =>
        {
            using StoredFile file = Open(path);
            file.Read<int>("numbers");
            file.Read<byte>("letters.");
        });
    }

    private string WriteSample() =>
        Write(writer =>
        {
            writer.BeginSection("numbers");
            writer.Write<int>([1, 2, 3]);
            writer.BeginSection("letters.");
            writer.Write("letters"u8);
        });

    private string Write(Action<StoredFileWriter> write)
    {
        string path = _folder.PathOf("sample");
        using var writer = new StoredFileWriter(File.Create(path));
        write(writer);
        writer.Complete(Version);
        return path;
    }

    private static StoredFile Open(string path) => StoredFile.Open(File.OpenHandle(path, share: FileShare.ReadWrite), Version);
}
