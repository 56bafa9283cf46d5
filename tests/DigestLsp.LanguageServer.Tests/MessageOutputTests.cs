using System.Text;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Messages of two writers follow each other, and never stand within one another.</summary>
public sealed class MessageOutputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(1000)]
    public async Task Messages_come_out_whole_however_the_library_cuts_its_own(int part)
    {
        using var stream = new MemoryStream();
        using var output = new MessageOutput(stream);
        var library = Task.Run(async () =>
        {
            var bytes = Enumerable.Range(0, 100).SelectMany(i => MessageStream.Frame(new JsonObject { ["library"] = i })).ToArray();
            foreach (var chunk in bytes.Chunk(part))
            {
                await output.WriteAsync(chunk);
                await Task.Yield();
            }
        });
        for (var i = 0; i < 100; i++)
        {
            output.WriteMessage(Encoding.UTF8.GetBytes($"{{\"own\":{i}}}"));
        }
        await library;

        stream.Position = 0;
        var (fromLibrary, own) = (new List<int>(), new List<int>());
        while (await MessageStream.ReadAsync(stream) is { } message)
        {
            if (message["own"] is { } number)
            {
                own.Add((int)number);
            }
            else
            {
                fromLibrary.Add((int)message["library"]!);
            }
        }
        Assert.Equal(Enumerable.Range(0, 100), own);
        Assert.Equal(Enumerable.Range(0, 100), fromLibrary);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Nothing_waits_for_a_client_that_reads_no_more(int written)
    {
        using var output = new MessageOutput(new NarrowStream(written));
        await Assert.ThrowsAsync<IOException>(async () => await output.WriteAsync(MessageStream.Frame(new JsonObject { ["a"] = 1 })));
        Assert.Throws<IOException>(() => output.WriteMessage("{}"u8));
        await Assert.ThrowsAsync<IOException>(async () => await output.WriteAsync(MessageStream.Frame(new JsonObject { ["a"] = 2 })));
    }

    /// <summary>Takes so many bytes and no more.</summary>
    private sealed class NarrowStream(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room)
            {
                throw new IOException("Broken pipe");
            }
            base.Write(buffer);
        }
    }
}
