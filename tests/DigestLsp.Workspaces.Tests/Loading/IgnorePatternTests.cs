using System.Diagnostics;
using System.Text;
using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>What a line of an ignore file matches.</summary>
public sealed class IgnorePatternTests
{
    [Theory]
    [InlineData("a.digest", "a.digest", true)]
    [InlineData("a.digest", "deep/er/a.digest", true)]
    [InlineData("/a.digest", "deep/a.digest", false)]
    [InlineData("deep/a.digest", "deep/a.digest", true)]
    [InlineData("deep/a.digest", "very/deep/a.digest", false)]
    [InlineData("*.digest", "deep/a.digest", true)]
    [InlineData("deep/*.digest", "deep/er/a.digest", false)]
    [InlineData("deep/**/a.digest", "deep/a.digest", true)]
    [InlineData("deep/**/a.digest", "deep/er/and/er/a.digest", true)]
    [InlineData("**/er/a.digest", "deep/er/a.digest", true)]
    [InlineData("deep/**", "deep", false)]
    [InlineData("deep/**", "deep/er/a.digest", true)]
    [InlineData("[a-c][!d]?.digest", "bec.digest", true)]
    [InlineData("[a-c][!d]?.digest", "bdc.digest", false)]
    [InlineData("[[:digit:]]*", "2026.digest", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[a", "a", false)]
    [InlineData(@"\*.digest", "a.digest", false)]
    [InlineData(@"\#a", "#a", true)]
    [InlineData(@"\!a", "!a", true)]
    [InlineData(@"a\ ", "a ", true)]
    [InlineData("a  ", "a", true)]
    [InlineData("a\r", "a", true)]
    [InlineData("Ä*", "Äpfel", true)]
    public void It_matches_names_and_paths(string pattern, string path, bool expected) =>
        Assert.Equal(expected, IgnorePattern.Parse(pattern)!.Matches(path, isFolder: false));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# a.digest")]
    [InlineData("/")]
    [InlineData("!")]
    public void Some_lines_say_nothing(string line) => Assert.Null(IgnorePattern.Parse(line));

    [Fact]
    public void A_slash_at_the_end_means_folders()
    {
        var pattern = IgnorePattern.Parse("!old/")!;
        Assert.True(pattern.IsNegated);
        Assert.True(pattern.Matches("deep/old", isFolder: true));
        Assert.False(pattern.Matches("deep/old", isFolder: false));
    }

    [Fact]
    public void Many_stars_take_no_time()
    {
        var pattern = IgnorePattern.Parse(string.Concat(Enumerable.Repeat("**/*a*", 50)) + "b")!;
        Assert.False(pattern.Matches(string.Join('/', Enumerable.Repeat(new string('a', 100), 100)), isFolder: false));
    }

    /// <summary>Random patterns and paths over few characters, so that many match, put to git itself.</summary>
    [Fact]
    public void It_agrees_with_git()
    {
        using var folder = new TemporaryFolder();
        if (Git(folder, "", "init", "-q") is null)
        {
            return; // there is no git here to ask
        }
        var random = new Random(1);
        for (var round = 0; round < 40; round++)
        {
            var lines = Enumerable.Range(0, 5).Select(_ => Pattern(random)).ToList();
            folder.Write(".gitignore", string.Join('\n', lines) + "\n");
            var paths = Enumerable
                .Range(0, 60)
                .Select(_ => string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Text(random, ["a", "b", "c"]))))
                .Distinct()
                .ToList();
            var ignored = Git(folder, string.Join('\n', paths), "check-ignore", "--stdin")!
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var files = new IgnoreFiles();
            var found = paths.Where(path => files.LeavesOut(folder.FullName, folder.PathOf(path), isFolder: false)).ToList();
            var differing = ignored.Except(found).Concat(found.Except(ignored)).ToList();
            Assert.True(differing.Count == 0, $"{string.Join(' ', differing)} differ for\n{string.Join('\n', lines)}");
        }
    }

    /// <summary>Stars that touch other characters are single ones: of more, versions of git make different things.</summary>
    private static string Pattern(Random random)
    {
        var names = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ =>
                random.Next(5) == 0
                    ? "**"
                    : Text(random, ["a", "b", "?", "[ab]", "[!a]", @"\a", "*"]).Replace("***", "*").Replace("**", "*")
            )
            .ToList();
        string[] starts = ["", "", "/", "!"];
        string[] ends = ["", "", "/"];
        return starts[random.Next(starts.Length)] + string.Join('/', names) + ends[random.Next(ends.Length)];
    }

    private static string Text(Random random, string[] parts) => string.Concat(random.GetItems(parts, random.Next(1, 5)));

    private static string? Git(TemporaryFolder folder, string input, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", arguments)
                {
                    WorkingDirectory = folder.FullName,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    StandardInputEncoding = new UTF8Encoding(false),
                }
            )!;
            git.StandardInput.Write(input);
            git.StandardInput.Close();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
