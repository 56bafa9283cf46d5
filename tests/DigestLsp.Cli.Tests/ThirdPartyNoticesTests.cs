using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestLsp.Testing;

namespace DigestLsp.Cli.Tests;

/// <summary>What is redistributed is named in THIRD-PARTY-NOTICES.md with its version, and nothing else is.</summary>
public sealed partial class ThirdPartyNoticesTests
{
    [Fact]
    public void Name_every_assembly_in_the_executable_and_no_other() =>
        AssertSame(ShippedAssemblies(), NoticesUnder("## In the executable `digestlsp`"));

    [Fact]
    public void Name_every_package_in_the_extension_and_no_other() =>
        AssertSame(BundledPackages(), NoticesUnder("## In the VS Code extension"));

    private static void AssertSame(HashSet<string> shipped, HashSet<string> noticed)
    {
        Assert.NotEmpty(shipped);
        Assert.Equal([], shipped.Except(noticed).Order(StringComparer.Ordinal));
        Assert.Equal([], noticed.Except(shipped).Order(StringComparer.Ordinal));
    }

    private static HashSet<string> NoticesUnder(string heading)
    {
        var notices = File.ReadAllText(Checkout.PathOf("THIRD-PARTY-NOTICES.md"));
        var section = notices.Split("\n## ").Single(part => $"## {part}".StartsWith(heading + "\n", StringComparison.Ordinal));
        return [.. NoticeRow().Matches(section).Select(row => $"{row.Groups["name"]} {row.Groups["version"]}")];
    }

    /// <summary>The assemblies of others that the executable is deployed with. A package has a version; an assembly referenced as a file, only that of the file.</summary>
    private static HashSet<string> ShippedAssemblies()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "digestlsp.deps.json")));
        var libraries = dependencies.RootElement.GetProperty("libraries");
        var shipped =
            from library in dependencies.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            let type = libraries.GetProperty(library.Name).GetProperty("type").GetString()
            where type != "project" && library.Value.TryGetProperty("runtime", out _)
            from asset in library.Value.GetProperty("runtime").EnumerateObject()
            let assembly = Path.GetFileName(asset.Name)
            let version = type == "package" ? library.Name.Split('/')[1] : FileVersion(assembly)
            select $"{Path.GetFileNameWithoutExtension(assembly)} {version}";
        return [.. shipped];
    }

    private static string FileVersion(string assembly)
    {
        var version = FileVersionInfo.GetVersionInfo(Path.Combine(AppContext.BaseDirectory, assembly));
        return $"{version.FileMajorPart}.{version.FileMinorPart}.{version.FileBuildPart}";
    }

    /// <summary>The packages that the extension's sources import, and all that these need in turn.</summary>
    private static HashSet<string> BundledPackages()
    {
        var extension = Checkout.PathOf("editors", "vscode");
        using var lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(extension, "package-lock.json")));
        var locked = lockFile.RootElement.GetProperty("packages");
        var bundled = new HashSet<string>();
        var pending = new Stack<string>(
            Directory
                .EnumerateFiles(Path.Combine(extension, "src"), "*.ts", SearchOption.AllDirectories)
                .SelectMany(file => ImportedPackage().Matches(File.ReadAllText(file)))
                .Select(import => import.Groups["name"].Value)
                .Where(name => name != "vscode")
        );
        while (pending.TryPop(out var name))
        {
            var package = locked.GetProperty($"node_modules/{name}");
            if (bundled.Add($"{name} {package.GetProperty("version")}") && package.TryGetProperty("dependencies", out var needs))
            {
                foreach (var need in needs.EnumerateObject())
                {
                    pending.Push(need.Name);
                }
            }
        }

        return bundled;
    }

    [GeneratedRegex(@"^\| (?<name>[\w.@/-]+) \| (?<version>\d[\w.-]*) \|", RegexOptions.Multiline)]
    private static partial Regex NoticeRow();

    [GeneratedRegex("from '(?<name>(?:@[^/']+/)?[^./:'][^/:']*)(?:/[^']*)?'")]
    private static partial Regex ImportedPackage();
}
