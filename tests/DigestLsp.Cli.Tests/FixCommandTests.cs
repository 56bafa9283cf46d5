using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace DigestLsp.Cli.Tests;

/// <summary><c>digestlsp fix</c>, run as a user runs it.</summary>
public sealed class FixCommandTests : IDisposable
{
    /// <summary>A title without a blank line below it, which is safe to insert.</summary>
    private static readonly string Glued = Samples.Digest("Mar 13", Samples.Tides.Replace("\n\n", "\n"));

    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Without_rules_only_safe_repairs_are_made()
    {
        WriteTwins();
        _line.Write("c.digest", Glued);

        var result = _line.Run("fix", ".");

        Assert.Equal(
            (0, "c.digest: DG1006 1\n\n1 finding fixed in 1 file: DG1006 1\n", ""),
            (result.ExitCode, result.Output, result.Error)
        );
        Assert.Equal(Samples.Digest("Mar 13", Samples.Tides), Read("c.digest"));
        Assert.Equal(Samples.Digest("Mar 12", Samples.Moss), Read("b.digest"));
        Assert.Equal("3 files, 4 papers: nothing to fix\n", _line.Run("fix", ".").Output);
    }

    [Fact]
    public void Rules_choose_and_allow_removing()
    {
        WriteTwins();
        _line.Write("c.digest", Glued);

        var result = _line.Run("fix", ".", "--rule", "dg2001");

        Assert.Equal(
            (0, "b.digest: DG2001 1\nc.digest: DG2001 1\n\n2 findings fixed in 2 files: DG2001 2\n"),
            (result.ExitCode, result.Output)
        );
        Assert.Equal(("Mar 12\n", "Mar 13\n"), (Read("b.digest"), Read("c.digest")));
        Assert.Equal(Samples.Digest("Mar 11", Samples.Tides, Samples.Moss), Read("a.digest"));
    }

    [Fact]
    public void What_is_completed_from_a_copy_is_written_before_the_copy_is_removed()
    {
        const string Title = "Counting Moss Cushions on Town Roofs from a Kite";
        var moss = Samples.Moss.Replace(Samples.Moss.Split('\n')[0], Title);
        _line.Write("a.digest", $"Mar 11\n\n{Samples.Tides}\n{Title}\n");
        _line.Write("b.digest", Samples.Digest("Mar 12", moss));

        var result = _line.Run("fix", ".", "--rule", "DG1003", "DG2001");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Samples.Digest("Mar 11", Samples.Tides, moss), Read("a.digest"));
        Assert.Equal("Mar 12\n", Read("b.digest"));
        Assert.Contains("nothing to fix", _line.Run("fix", ".", "--rule", "DG1003", "DG2001").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_check_says_what_fix_would_mend()
    {
        WriteTwins();
        _line.Write("c.digest", Glued + "\nAn Abstract Nobody Wrote Yet\n");
        _line.Write("d.digest", Samples.Digest("Mar 14", Samples.Moss.TrimEnd() + "\nnote: ask Ada\n"));

        using var json = JsonDocument.Parse(_line.Run("check", "--format", "json", ".").Output);

        Assert.Equal(
            ["b.digest DG2001 True", "c.digest DG2001 True", "c.digest DG1006 True", "c.digest DG1003 False", "d.digest DG2001 False"],
            json.RootElement.GetProperty("diagnostics")
                .EnumerateArray()
                .Select(found => $"{found.GetProperty("file")} {found.GetProperty("rule")} {found.GetProperty("fixable").GetBoolean()}")
        );
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    [InlineData("\r", "")]
    public void A_patch_says_what_would_change_and_git_takes_it(string lineEnding, string mark)
    {
        string[] names = ["a.digest", "b.digest", "c c.digest", "d\"ü.digest"];
        string[] texts =
        [
            Samples.Digest("Mar 11", Samples.Tides, Samples.Moss),
            Samples.Digest("Mar 12", Samples.Moss),
            Samples.Digest("Mar 13", Samples.Moss, Samples.Tides.Replace("\n\n", "\n")).TrimEnd(),
            Glued + "\n" + Samples.Moss.TrimEnd(),
        ];
        foreach (var (name, text) in names.Zip(texts))
        {
            _line.Write(name, mark + text.Replace("\n", lineEnding));
        }
        string[] rules = ["--rule", "DG2001", "DG1006"];

        var diff = _line.Run(["fix", ".", "--diff", "--output", "fix.patch", .. rules]);

        Assert.Equal(1, diff.ExitCode);
        Assert.Equal("", diff.Output);
        Assert.Contains("would be fixed in 3 files: DG1006 ", diff.Error, StringComparison.Ordinal);
        Assert.All(names.Zip(texts), file => Assert.Equal(mark + file.Second.Replace("\n", lineEnding), ReadAll(file.First)));
        var before = names.Select(ReadBytes).ToList();
        Assert.Equal(0, _line.Run(["fix", ".", .. rules]).ExitCode);
        var after = names.Select(ReadBytes).ToList();
        foreach (var (name, bytes) in names.Zip(before))
        {
            _line.Write(name, bytes);
        }
        Git("apply", "fix.patch");
        Assert.Equal(after, names.Select(ReadBytes));
        var second = _line.Run(["fix", ".", "--diff", .. rules]);
        Assert.Equal((0, ""), (second.ExitCode, second.Output));
    }

    [Fact]
    public void Standard_input_goes_fixed_to_standard_output()
    {
        var marked = Encoding.UTF8.GetBytes("\uFEFF" + Glued.Replace("\n", "\r\n"));
        var result = _line.Run(marked, "fix", "-", "--output", "out.txt");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal("\uFEFF" + Samples.Digest("Mar 13", Samples.Tides).Replace("\n", "\r\n"), ReadAll("out.txt"));
        Assert.Contains("1 finding fixed", result.Error, StringComparison.Ordinal);
        var clean = _line.Run(Encoding.UTF8.GetBytes(Samples.Digest("Mar 13", Samples.Tides)), "fix", "-", "--verbosity", "quiet");
        Assert.Equal((Samples.Digest("Mar 13", Samples.Tides), ""), (clean.Output, clean.Error));
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_named_and_the_rest_is_fixed()
    {
        _line.Write("broken.digest", [0xFF]);
        var locked = _line.Write("locked.digest", Glued);
        File.SetAttributes(locked, FileAttributes.ReadOnly);
        _line.Write("open.digest", Samples.Digest("Mar 14", Samples.Moss.Replace("\n\n", "\n")));

        var result = _line.Run("fix", ".");

        File.SetAttributes(locked, FileAttributes.Normal);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("open.digest: DG1006 1\n\n1 finding fixed in 1 file: DG1006 1\n", result.Output);
        Assert.Equal(
            "digestlsp: broken.digest: is not UTF-8: on line 1, byte 0 (0xFF) begins no valid character; save the file as UTF-8\n"
                + "digestlsp: locked.digest: cannot be written: the file is read-only; it is left as it is\n",
            result.Error
        );
        Assert.Equal(Glued, Read("locked.digest"));
    }

    /// <summary>The limit on the size of files stands in for a disk that is full: writing stops half-way.</summary>
    [Fact]
    public void On_a_full_disk_no_paper_is_lost()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        // What is left of b and c is too much for the limit, and what is left of d is not.
        var filler = string.Concat(
            Enumerable.Range(0, 12).Select(i => Samples.Tides.Replace("Tidal", $"Tidal {i:D2}").Replace("year", $"year {i * 7919}") + "\n")
        );
        string[] names = ["a.digest", "b.digest", "c.digest", "d.digest"];
        string[] texts =
        [
            Samples.Digest("Mar 11", Samples.Moss),
            Samples.Digest("Mar 12", filler, Samples.Moss),
            Samples.Digest("Mar 13", filler.Replace("Harbour", "Station"), Samples.Moss),
            Samples.Digest("Mar 14", Samples.Moss),
        ];
        foreach (var (name, text) in names.Zip(texts))
        {
            _line.Write(name, text);
        }

        var result = _line.RunLimited(kilobytes: 2, "fix", ".", "--rule", "DG2001");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("b.digest: cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("c.digest: cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Equal([.. texts[..3], "Mar 14\n"], names.Select(Read));
        Assert.Equal(names, Directory.GetFiles(_line.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("fix")]
    [InlineData("fix", ".", "--rule", "DG9999")]
    [InlineData("fix", ".", "-")]
    [InlineData("fix", ".", "--output", "x")]
    [InlineData("fix", ".", "--config", "nowhere")]
    [InlineData("fix", "--no-such-option", ".")]
    public void Wrong_use_ends_with_2_and_says_why(params string[] arguments)
    {
        var result = _line.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("digestlsp: ", result.Error, StringComparison.Ordinal);
    }

    private void WriteTwins()
    {
        _line.Write("a.digest", Samples.Digest("Mar 11", Samples.Tides, Samples.Moss));
        _line.Write("b.digest", Samples.Digest("Mar 12", Samples.Moss));
    }

    private byte[] ReadBytes(string name) => File.ReadAllBytes(Path.Combine(_line.Folder, name));

    private string Read(string name) => File.ReadAllText(Path.Combine(_line.Folder, name));

    /// <summary>The text with its byte order mark.</summary>
    private string ReadAll(string name) => Encoding.UTF8.GetString(ReadBytes(name));

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.autocrlf=false", .. arguments])
        {
            WorkingDirectory = _line.Folder,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error);
    }
}
