using System.Text;
using System.Text.Json.Nodes;
using DigestLsp.Testing;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What the server keeps from one start to the next, seen through the real executable.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly DigestFolder _digests = new();
    private readonly TemporaryFolder _cache = new();

    public void Dispose()
    {
        _digests.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public async Task A_second_start_says_what_the_first_one_said()
    {
        WriteDigests(files: 3, papers: 2);
        List<string> said;
        using (var first = await StartAsync())
        {
            said = await SaidAsync(first);
            await SavedAsync();
        }

        using var second = await StartAsync();
        Assert.Equal(said, await SaidAsync(second));
    }

    [Fact]
    public async Task A_digest_that_changed_behind_its_size_and_time_is_read_in_the_end()
    {
        WriteDigests(files: 3, papers: 2);
        using (var first = await StartAsync())
        {
            await SaidAsync(first);
            await SavedAsync();
        }
        var path = _digests.PathOf("1.digest");
        var stamp = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("&amp;", "&lt;&", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, stamp);

        using var second = await StartAsync();
        await second.WaitForAsync(
            "the entity that stands there now",
            _ => Published(second, "1.digest").Find(said => said.Contains("‘&lt;’"))
        );
    }

    [Fact]
    public async Task Folders_that_are_opened_together_are_kept_together()
    {
        WriteDigests(files: 2, papers: 1);
        _digests.Write("more/9.digest", Digest(9, 1));
        using var client = new LspClient("--cache", _cache.FullName);
        await client.RequestAsync(
            "initialize",
            new JsonObject
            {
                ["processId"] = Environment.ProcessId,
                ["rootUri"] = null,
                ["capabilities"] = ClientCapabilities.Full(),
                ["workspaceFolders"] = new JsonArray(
                    new JsonObject { ["uri"] = Uris.Of(_digests.PathOf("more")), ["name"] = "more" },
                    new JsonObject { ["uri"] = Uris.Of(_digests.Root), ["name"] = "digests" }
                ),
            }
        );
        client.Notify("initialized", new JsonObject());
        await SavedAsync();
        Assert.Single(Directory.GetFiles(_cache.FullName, "*.facts", SearchOption.AllDirectories));
        Assert.Single(client.Log.Split('\n'), line => line.Contains("digests are loaded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_saves_leaves_nothing_that_matters()
    {
        WriteDigests(files: 100, papers: 60);
        List<string> said;
        var unfinished = "";
        for (var attempt = 0; unfinished.Length == 0; attempt++)
        {
            Assert.True(attempt < 10, "no server was ever caught saving");
            using var server = await StartAsync();
            var patience = DateTime.UtcNow + ServerProcess.Patience;
            while (unfinished.Length == 0 && DateTime.UtcNow < patience && Files("*.facts").Length == 0)
            {
                unfinished = Files("*.tmp").FirstOrDefault("");
            }
            server.Kill();
            foreach (var file in Files("*.facts"))
            {
                File.Delete(file);
            }
        }
        Assert.True(File.Exists(unfinished));

        using (var next = await StartAsync())
        {
            said = await SaidAsync(next);
            await SavedAsync();
        }
        using var last = await StartAsync();
        Assert.Equal(said, await SaidAsync(last));
        Assert.DoesNotContain(" Error ", last.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_cache_nothing_is_kept()
    {
        WriteDigests(files: 1, papers: 1);
        using var client = new LspClient("--cache", _cache.FullName, "--no-cache");
        await client.InitializeAsync(_digests.Root);
        await SaidAsync(client);
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.Empty(Files("*"));
    }

    private async Task<LspClient> StartAsync()
    {
        var client = new LspClient("--cache", _cache.FullName);
        await client.InitializeAsync(_digests.Root);
        return client;
    }

    /// <summary>Each digest has findings, so that all is said when something is said of each.</summary>
    private Task<List<string>> SaidAsync(LspClient client)
    {
        var names = Directory.GetFiles(_digests.Root, "*.digest").Select(path => Path.GetFileName(path)).ToList();
        return client.WaitForAsync(
            "something about each digest",
            _ =>
            {
                var said = names.ConvertAll(name => Published(client, name).LastOrDefault(""));
                return said.TrueForAll(text => text.Contains("DG3004", StringComparison.Ordinal)) ? said : null;
            }
        );
    }

    private List<string> Published(LspClient client, string name) =>
        [
            .. client
                .Received.Where(message => (string?)message["method"] == "textDocument/publishDiagnostics")
                .Select(message => message["params"]!)
                .Where(published => Uris.AreSame((string)published["uri"]!, Uris.Of(_digests.PathOf(name))))
                .Select(published => published["diagnostics"]!.ToJsonString(Readable)),
        ];

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task SavedAsync()
    {
        var patience = DateTime.UtcNow + ServerProcess.Patience;
        while (Files("*.facts").Length == 0)
        {
            Assert.True(DateTime.UtcNow < patience, "nothing was saved");
            await Task.Delay(20);
        }
    }

    private string[] Files(string pattern) => Directory.GetFiles(_cache.FullName, pattern, SearchOption.AllDirectories);

    private void WriteDigests(int files, int papers)
    {
        for (var file = 0; file < files; file++)
        {
            _digests.Write($"{file}.digest", Digest(file, papers));
        }
    }

    /// <summary>Papers of the digest's own, of which the first has an entity in it.</summary>
    private static string Digest(int number, int papers)
    {
        var text = new StringBuilder($"Mar 11, {1000 + number}\n\n");
        for (var i = 0; i < papers; i++)
        {
            var bells = i == 0 ? "bells &amp; towers" : "bells and towers";
            text.Append($"The Sound of Parish {number} Heard From Hill {i}\n\n");
            for (var sentence = 0; sentence < 8; sentence++)
            {
                text.Append(
                    $"Parish {number} has {number * i + sentence} {bells} on hill {i + sentence}, which ring at {sentence * 7 + i}. "
                );
            }
            text.Length--;
            text.Append("\n\n");
        }
        text.Length--;
        return text.ToString();
    }
}
