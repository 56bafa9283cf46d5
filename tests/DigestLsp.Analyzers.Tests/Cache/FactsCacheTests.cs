using DigestLsp.Similarity.Storage;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests.Cache;

/// <summary>The cache never changes an answer: whatever lies in it, a workspace is the same as without it.</summary>
public sealed class FactsCacheTests : IDisposable
{
    private static readonly string[] Names = ["a.digest", "b.digest", "below/2025-01-02.digest"];

    private static readonly string[] Pieces =
    [
        "new\n\nSubscribe\n\nDaily Papers\n\n",
        "Mar 11\n\n",
        "Apr 2, 2025\r\n\r\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells}\n\n",
        $"What a Bell Remembers of Its Founder\n\n{Bells.Replace("thirty", "forty", StringComparison.Ordinal)}\n\n",
        $"Hearing Walls:no space\n\n{Bells.Replace("bell", "bell &amp; tower", StringComparison.Ordinal)}\n\n",
        $"Lakes That Leave\narxiv: 2603.90001\ntags: water, ice\nsee: Hearing Wals\n\n{Glaciers} Radar Image Count (RIC) of  lakes lakes\n\n",
        $"Ponds That Stay\narxiv: 2603.90001\n\n{Owls}\n\n\n",
        "A title alone 🏞️\n\n",
        $"{Recipes}\n\nEtüden über Fluß und Sand\n\n{Owls.Replace("owl", "Ã¶wl", StringComparison.Ordinal)}\n\n",
    ];

    /// <summary>All pieces, over three files.</summary>
    private static readonly string[] Whole = [.. Pieces.Chunk(4).Select(pieces => string.Concat(pieces))];

    private static readonly Gen<string> Digest = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private readonly TemporaryFolder _folder = new();
    private readonly CacheFolder _cache;

    public FactsCacheTests() => _cache = new(_folder.PathOf("cache"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_warm_start_gives_what_a_cold_one_does_and_reads_no_digest(bool hasBaseline)
    {
        Write([
            Pieces[0] + Pieces[3],
            Pieces[1] + Pieces[6],
            $"{Pieces[2]}Listening Fields\ntags: owls, ears\n\n{Owls}  Owl Ear Index (OEI)\n\n",
        ]);
        if (hasBaseline)
        {
            var whole = Load(null);
            // What is accepted is known by its characters.
            _folder.Write(
                "digests/.digestlsp/baseline.json",
                """{"version":1,"findings":[{"rule":"DG3009","paper":{"title":"Lakes That Leave","arxiv":"2603.90001"},"text":"lakes lakes"}]}"""
            );
            Assert.NotEqual(whole, Load(null));
        }
        var cold = Load(null);
        Assert.Equal(cold, Load(New()));

        // The same size and time, but no digest any more: what is trusted at first is size and time.
        foreach (var name in Names)
        {
            var path = _folder.PathOf($"digests/{name}");
            var stamp = File.GetLastWriteTimeUtc(path);
            File.WriteAllText(path, new('x', (int)new FileInfo(path).Length));
            File.SetLastWriteTimeUtc(path, stamp);
        }
        Assert.NotEqual(cold, Load(null));
        Assert.Equal(cold, Load(New()));
    }

    [Fact]
    public void What_differs_from_its_file_after_all_is_read_again_once_it_is_verified()
    {
        Write(Whole);
        Load(New());
        var path = _folder.PathOf("digests/a.digest");
        var stamp = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("thirty", "ninety", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, stamp);

        var workspace = new Workspace(DocumentAnalysis.Prepare, New());
        workspace.Load([_folder.PathOf("digests")]);
        var steps = 0;
        while (workspace.Verify(1))
        {
            steps++;
        }

        Assert.Equal(Names.Length - 1, steps);
        Assert.Equal(Load(null), SnapshotDescription.Of(workspace.Current));
    }

    [Fact]
    public void Only_what_changed_is_read_again_and_saved()
    {
        Write(Whole);
        Load(New());
        var cache = New();
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        workspace.Load([_folder.PathOf("digests")]);
        Assert.Equal(0, cache.CountUnsaved(workspace.Current));

        _folder.Write("digests/b.digest", Pieces[3]);
        File.Delete(_folder.PathOf("digests/a.digest"));
        workspace = new(DocumentAnalysis.Prepare, cache = New());
        workspace.Load([_folder.PathOf("digests")]);
        Assert.Equal(2, cache.CountUnsaved(workspace.Current));
        Assert.Equal(Load(null), SnapshotDescription.Of(workspace.Current));

        Assert.Null(cache.Save(workspace.Current));
        Assert.Equal(0, cache.CountUnsaved(workspace.Current));
    }

    [Fact]
    public void An_open_document_keeps_the_editors_text_and_is_not_saved()
    {
        Write(Whole);
        Load(New());
        var cache = New();
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        var path = _folder.PathOf("digests/b.digest");
        workspace.Open(path, 1, "Mar 11\n\n" + Pieces[5]);
        workspace.Load([_folder.PathOf("digests")]);

        var anew = new Workspace(DocumentAnalysis.Prepare);
        anew.Open(path, 1, "Mar 11\n\n" + Pieces[5]);
        anew.Load([_folder.PathOf("digests")]);
        Assert.Equal(SnapshotDescription.Of(anew.Current), SnapshotDescription.Of(workspace.Current));
        Assert.Null(cache.Save(workspace.Current));
        Assert.Equal(Load(null), Load(New()));
    }

    [Fact]
    public void Each_set_of_folders_has_a_file_of_its_own()
    {
        Write(Whole);
        Load(New());
        Load(New(), "digests/below");
        var listed = _cache.GetFiles();
        Assert.Equal(
            [_folder.PathOf("digests"), _folder.PathOf("digests/below")],
            listed.Select(file => Assert.Single(file.Folders)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_other_code_wrote_is_not_read()
    {
        Write(Whole);
        Load(New());
        var other = new FactsCache(_cache, new StoredFindings());
        var workspace = new Workspace(DocumentAnalysis.Prepare, other);
        workspace.Load([_folder.PathOf("digests")]);
        Assert.Equal(Names.Length, other.CountUnsaved(workspace.Current));
    }

    [Fact]
    public void Whatever_happens_to_files_between_two_starts_a_workspace_is_as_without_a_cache() =>
        Prop.ForAll(
                Digest.ArrayOf(Names.Length).Zip(Digest.ArrayOf(Names.Length), (before, after) => (before, after)).ToArbitrary(),
                versions =>
                {
                    Write(versions.before);
                    Load(New());
                    Assert.Equal(Load(null), Load(New()));
                    Write(versions.after);
                    Assert.Equal(Load(null), Load(New()));
                    Assert.Equal(Load(null), Load(New()));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_happens_to_its_file_a_workspace_is_as_without_a_cache(int seed)
    {
        Write(Whole);
        var expected = Load(null);
        var cache = New();
        Load(cache);
        var file = Assert.Single(_cache.GetFiles()).Path;
        var bytes = File.ReadAllBytes(file);
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            using (var stream = new FileStream(file, FileMode.Create))
            {
                stream.Write(Broken(bytes, random));
            }
            Assert.Equal(expected, Load(New(), save: false));
        }
    }

    private static byte[] Broken(byte[] bytes, Random random)
    {
        byte[] broken = random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
        for (var left = random.Next(1, 20); left > 0 && broken.Length > 0; left--)
        {
            broken[random.Next(broken.Length)] ^= (byte)random.Next(1, 256);
        }
        return broken;
    }

    [Fact]
    public void What_cannot_be_read_back_is_read_from_the_digest()
    {
        _folder.Write("digests/a.digest", Pieces[3]);
        var first = Start(out var cache);
        Assert.Null(cache.Save(first.Current));
        Assert.Single(_cache.GetFiles());

        var second = Start(out _);

        Assert.Empty(second.Current.Unreadable);
        Assert.Single(second.Current.Documents);

        Workspace Start(out FactsCache cache)
        {
            cache = new(_cache, new FaultyValue());
            var workspace = new Workspace((document, _) => document.GetOrAttach(_ => new Attached()), cache);
            workspace.Load([_folder.PathOf("digests")]);
            return workspace;
        }
    }

    private sealed record Attached;

    /// <summary>Fails in a way that nobody thought of.</summary>
    private sealed class FaultyValue() : StoredValue<Attached>("faulty", 1)
    {
        protected override bool TryWrite(Attached value, ref StoredWriter writer) => true;

        protected override Attached Read(Document document, ref StoredReader reader) =>
            throw new NotSupportedException("Nobody expects this");
    }

    private FactsCache New() => AnalysisCache.In(_cache);

    private void Write(string[] texts)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            _folder.Write($"digests/{Names[i]}", texts[i]);
        }
    }

    /// <summary>Loads the folder, saves it where there is a cache, and tells all there is to know.</summary>
    private string Load(FactsCache? cache, string folder = "digests", bool save = true)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        workspace.Load([_folder.PathOf(folder)]);
        var described = SnapshotDescription.Of(workspace.Current);
        if (save)
        {
            Assert.Null(cache?.Save(workspace.Current));
        }
        return described;
    }
}
