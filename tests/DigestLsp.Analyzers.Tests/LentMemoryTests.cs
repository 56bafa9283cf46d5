using System.Buffers;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>A closed document keeps nothing that lies in the memory into which its file was read.</summary>
public sealed class LentMemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_known_of_closed_documents_does_not_change_when_the_memory_is_used_again()
    {
        _folder.Write(
            "a.digest",
            $"Mar 11\n\nWhat a Bell Remembers\n\n{Bells}\n\nHearing Walls:no space\n\n{Owls}  Owl Ear Index (OEI) owls owls\n"
        );
        _folder.Write(
            "b.digest",
            $"Apr 2, 2025\r\n\r\nLakes That Leave\r\ntags: water, ice\r\nsee: Hearing Wals\r\n\r\n{Glaciers} &amp;\r\n\r\nWhat a Bell Remembers\r\n\r\n{Bells.Replace("thirty", "forty", StringComparison.Ordinal)}\r\n"
        );
        _folder.Write(
            "c.digest",
            $"May 3, 2025\n\nA Paper That Takes Many Bytes\n\n{string.Concat(Enumerable.Repeat(Recipes + ' ', 2_000))}\n"
        );

        var kept = Describe(new Keeping());
        Assert.Contains("DG2003", kept, StringComparison.Ordinal);
        Assert.Equal(kept, Describe(new Wiping()));
    }

    private string Describe(ArrayPool<byte> buffers)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare, buffers: buffers);
        workspace.Load([_folder.FullName]);
        foreach (var document in workspace.Current.Documents)
        {
            Assert.Equal(File.ReadAllText(document.Path), document.GetTree()!.Text.ToString());
        }
        return SnapshotDescription.Of(workspace.Current);
    }

    /// <summary>Lends fresh memory each time.</summary>
    private sealed class Keeping : ArrayPool<byte>
    {
        public override byte[] Rent(int minimumLength) => new byte[minimumLength];

        public override void Return(byte[] array, bool clearArray = false) { }
    }

    /// <summary>Overwrites all that comes back.</summary>
    private sealed class Wiping : ArrayPool<byte>
    {
        public override byte[] Rent(int minimumLength) => new byte[minimumLength + 100];

        public override void Return(byte[] array, bool clearArray = false) => array.AsSpan().Fill((byte)'?');
    }
}
