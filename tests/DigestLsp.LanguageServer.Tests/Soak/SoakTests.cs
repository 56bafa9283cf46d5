using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>
/// However long a server has been worked with, it has the texts and says the things that a fresh one would. A run is short;
/// <c>DIGESTLSP_SOAK=20000x10</c> makes it 20,000 steps for each of ten seeds, <c>20000@7</c> as many for the seventh.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int FileCount = 200;
    private const int ShortRun = 2_000;

    /// <summary>Threads end that have nothing to do for so long, and pools let go of what they kept for them.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(35);

    private static readonly string Length = Environment.GetEnvironmentVariable("DIGESTLSP_SOAK") ?? "2000x1";

    private static readonly int[] Numbers = [.. Length.Split('x', '@').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    public static TheoryData<int> Seeds => Length.Contains('@') ? [Numbers[1]] : [.. Enumerable.Range(1, Numbers[1])];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_much_work_a_server_is_as_a_fresh_one(int seed)
    {
        using var folder = new DigestFolder();
        var files = SoakScript.WriteFiles(folder, FileCount, seed);
        var kind = SoakClient.All[(seed - 1) % SoakClient.All.Count];
        using var worked = await SoakEditor.StartAsync(folder, files, ["main", "other"], open: null, kind);
        var script = new SoakScript(worked, seed);
        for (var step = 0; step < Numbers[0]; step++)
        {
            await script.StepAsync();
        }
        worked.Tell();
        await worked.SettleAsync();
        using var fresh = await SoakEditor.StartAsync(folder, worked.Files, worked.Roots, worked.Open, kind.Told);
        await fresh.SettleAsync();
        var expected = await fresh.StateAsync();
        // What nobody tells the server sees after a moment.
        for (var patience = kind.Tells ? 0 : 10; patience > 0 && !expected.SequenceEqual(await worked.StateAsync()); patience--)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await worked.SettleAsync();
        }
        Check(expected, await worked.StateAsync(), seed);
        Check(await SoakAnswers.OfAsync(fresh), await SoakAnswers.OfAsync(worked), seed);
        var (before, after) = (await HeapAsync(fresh), await HeapAsync(worked));
        if (Numbers[0] > ShortRun)
        {
            await Task.Delay(Rest);
            (before, after) = (await HeapAsync(fresh), await HeapAsync(worked));
        }
        output.WriteLine($"seed {seed}: heap of a fresh server {before / 1e6:F1} MB, after {Numbers[0]:N0} steps {after / 1e6:F1} MB");
        // Right after the work, each of many threads has its own room.
        var room = Numbers[0] > ShortRun ? 0 : 10e6;
        Assert.True(
            after < (1.2 * before) + room,
            $"Seed {seed}: {after / 1e6:F1} MB are in use, and {before / 1e6:F1} MB in a fresh server"
        );
        Assert.DoesNotContain(" Error ", worked.Client.Log, StringComparison.Ordinal);
    }

    private static void Check(SortedDictionary<string, string> expected, SortedDictionary<string, string> found, int seed)
    {
        var differences = new StringBuilder();
        foreach (var key in expected.Keys.Union(found.Keys))
        {
            var (want, have) = (expected.GetValueOrDefault(key, "nothing"), found.GetValueOrDefault(key, "nothing"));
            if (want != have)
            {
                var (left, right) = (want.Split('\n'), have.Split('\n'));
                differences.AppendLine($"{key}\n  a fresh server: {string.Join("\n    ", left.Except(right).Prepend(left[0]).Take(6))}");
                differences.AppendLine($"  this one: {string.Join("\n    ", right.Except(left).Prepend(right[0]).Take(6))}");
            }
        }
        Assert.True(differences.Length == 0, $"Seed {seed}:\n{differences}");
    }

    /// <summary>The memory in use, with all that is made when somebody first asks.</summary>
    private static async Task<long> HeapAsync(SoakEditor editor)
    {
        var requests = new SoakRequests(editor);
        foreach (var (name, (text, _)) in editor.Open)
        {
            foreach (var method in SoakRequests.Methods)
            {
                await requests.AskAsync(method, name, text.Length / 2, text.Length);
            }
        }
        await editor.AskAsync("workspace/symbol", new JsonObject { ["query"] = "sand" });
        await editor.SettleAsync();
        return (long)(await editor.Client.RequestAsync("digestlsp/status", new JsonObject { ["collectGarbage"] = true }))!["heapBytes"]!;
    }
}
