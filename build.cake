// Restores, builds, publishes, packs, tests. Run it through ./build.sh or ./build.ps1: they check the prerequisites first.
using System.Runtime.InteropServices;
using System.Xml.Linq;

var target = Argument("target", "Default");

var solution = MakeAbsolute(File("./DigestLsp.sln"));
var artifacts = MakeAbsolute(Directory("./artifacts"));
var serverFolder = artifacts.Combine("digestlsp");
var server = serverFolder.CombineWithFilePath(IsRunningOnWindows() ? "digestlsp.exe" : "digestlsp");
var extensionFolder = MakeAbsolute(Directory("./editors/vscode"));
var extension = artifacts.CombineWithFilePath("digestlsp.vsix");
var testFolder = artifacts.Combine("test");

Task("Clean").Description("Removes everything that a build makes.").Does(() =>
{
    CleanDirectory(artifacts);
    CleanDirectories("./{src,tests}/*/{bin,obj}");
    CleanDirectories("./editors/vscode/{dist,server,node_modules}");
});

Task("Restore").Does(() =>
{
    DotNetRestore(solution.FullPath, new DotNetRestoreSettings { Verbosity = DotNetVerbosity.Minimal });
});

Task("RestoreExtension").Does(() =>
{
    // npm writes this file last, so an older one means an unfinished or outdated installation.
    var installed = extensionFolder.CombineWithFilePath("node_modules/.package-lock.json");
    var wanted = extensionFolder.CombineWithFilePath("package-lock.json");
    if (!FileExists(installed) || System.IO.File.GetLastWriteTimeUtc(installed.FullPath) < System.IO.File.GetLastWriteTimeUtc(wanted.FullPath))
    {
        Npm("ci", "--no-audit", "--no-fund");
    }
});

Task("Build").IsDependentOn("Restore").Does(() =>
{
    DotNetBuild(
        solution.FullPath,
        new DotNetBuildSettings { Configuration = "Release", NoRestore = true, NoLogo = true, Verbosity = DotNetVerbosity.Minimal }
    );
});

Task("Publish").Description("Makes the executable.").IsDependentOn("Build").Does(() =>
{
    // Compiled beforehand together with the runtime, which needs no installed one then: only so are the runtime's generic types over our own compiled too.
    // The feeds carry the compiler for these two only; elsewhere the same code starts slower, compiled as it runs.
    var precompiled = RuntimeInformation.RuntimeIdentifier is "linux-x64" or "win-x64";
    var settings = new DotNetPublishSettings
    {
        Configuration = "Release",
        OutputDirectory = serverFolder,
        NoLogo = true,
        Verbosity = DotNetVerbosity.Minimal,
        SelfContained = precompiled,
        MSBuildSettings = new DotNetMSBuildSettings().WithProperty("PublishDocumentationFiles", "false").WithProperty("PublishReferencesDocumentationFiles", "false"),
    };
    if (precompiled)
    {
        settings.Runtime = RuntimeInformation.RuntimeIdentifier;
        settings.MSBuildSettings.WithProperty("PublishReadyToRun", "true").WithProperty("PublishReadyToRunComposite", "true").WithProperty("PublishSingleFile", "true");
    }

    CleanDirectory(serverFolder);
    DotNetPublish("./src/DigestLsp.Cli/DigestLsp.Cli.csproj", settings);
});

Task("Package").Description("Packs the VS Code extension with the server inside.").IsDependentOn("Publish").IsDependentOn("RestoreExtension").Does(() =>
{
    Npm("run", "package", "--", "--out", extension.FullPath);
});

Task("Check").Description("Runs the main job on the sample digests.").IsDependentOn("Publish").Does(() =>
{
    // 0 is clean and 1 is findings, which the samples are made to have; anything else is a fault.
    var code = StartProcess(server, new ProcessSettings { Arguments = new ProcessArgumentBuilder().Append("check").AppendQuoted("docs/samples") });
    if (code is not (0 or 1))
    {
        throw new CakeException($"'digestlsp check docs/samples' ended with exit code {code}.");
    }
});

// Every step below adds one line here, and fails the build only after all of them have run.
var results = new List<(string Step, int Passed, int Failed, int Skipped)>();

Task("TestFormat").Does(() =>
{
    var (code, _) = Run("dotnet", new ProcessArgumentBuilder().Append("csharpier").Append("check").Append("."));
    if (code != 0)
    {
        Error("Formatting differs: run 'dotnet csharpier format .' and look at the change.");
    }

    results.Add(("formatting", code == 0 ? 1 : 0, code == 0 ? 0 : 1, 0));
});

Task("TestDotNet").IsDependentOn("Build").Does(() =>
{
    var report = testFolder.CombineWithFilePath("dotnet.trx");
    CleanDirectory(testFolder);

    // One runner for all assemblies: starting one a project costs more than most of them run.
    var arguments = new ProcessArgumentBuilder().Append("test");
    var projects = GetFiles("./tests/*/*.Tests.csproj");
    foreach (var project in projects)
    {
        arguments.AppendQuoted($"{project.GetDirectory()}/bin/Release/net10.0/{project.GetFilenameWithoutExtension()}.dll");
    }

    arguments.Append("--nologo").AppendQuoted($"--logger:trx;LogFileName={report.FullPath}").Append("--logger:console;verbosity=minimal");
    arguments.Append("--").Append("RunConfiguration.MaxCpuCount=0").Append("RunConfiguration.TestSessionTimeout=480000");
    var (code, _) = Run("dotnet", arguments);
    var found = ReadTestReport(report);
    results.AddRange(found);

    // A project that did not run, or ran nothing, must not pass for one without failures.
    var silent = projects.Select(project => project.GetFilenameWithoutExtension().ToString()).Except(found.Select(project => project.Step)).ToList();
    results.AddRange(silent.Select(project => ($"{project} ran nothing", 0, 1, 0)));
    if (code != 0 && silent.Count == 0 && found.Sum(project => project.Failed) == 0)
    {
        results.Add(("test runner", 0, 1, 0));
    }
});

Task("TestExtension").IsDependentOn("RestoreExtension").Does(() =>
{
    var (code, output) = RunNpm("test");
    var failed = CountNodeTests(output, "fail");
    if (code != 0 && failed == 0)
    {
        Error($"'npm test' in editors/vscode ended with exit code {code}.");
        failed = 1;
    }

    results.Add(("VS Code extension", CountNodeTests(output, "pass"), failed, CountNodeTests(output, "skipped")));
});

Task("TestEditors").IsDependentOn("Build").Does(() =>
{
    // The executable as it was just built: to publish it takes minutes, and says nothing more about editors.
    var built = MakeAbsolute(File("./src/DigestLsp.Cli/bin/Release/net10.0/digestlsp"));
    const string Step = "Neovim, Emacs, Vim";
    if (IsRunningOnWindows())
    {
        Console.WriteLine($"Skipped {Step}: they are driven by a shell script.");
        results.Add((Step, 0, 0, 1));
        return;
    }

    var (code, output) = Run("bash", new ProcessArgumentBuilder().Append("tests/editors/run.sh").AppendQuoted(built.FullPath));
    var counts = System.Text.RegularExpressions.Regex.Match(output.LastOrDefault() ?? "", @"^(\d+) passed, (\d+) failed, (\d+) skipped$");
    var (passed, failed, skipped) = counts.Success ? (Count(1), Count(2), Count(3)) : (0, 0, 0);
    if (!counts.Success || (code != 0 && failed == 0))
    {
        Error($"'tests/editors/run.sh' ended with exit code {code}.");
        failed++;
    }

    results.Add((Step, passed, failed, skipped));
    int Count(int group) => int.Parse(counts.Groups[group].Value);
});

Task("Test").Description("Checks the formatting and runs every test.").IsDependentOn("TestFormat").IsDependentOn("TestDotNet").IsDependentOn("TestExtension").IsDependentOn("TestEditors");

Task("Default").Description("Makes the executable and the extension, and tries the first.").IsDependentOn("Package").IsDependentOn("Check");

try
{
    RunTarget(target);
}
catch (Exception exception) when (results.Count > 0)
{
    // Tests that could not be built are a failure to be counted like others.
    Error(exception.Message);
    results.Add(("build", 0, 1, 0));
}

// What follows is written plainly, not through Cake's coloured log: it is to be the last, and the tests' last line is for machines too.
Console.WriteLine();
if (string.Equals(target, "Default", StringComparison.OrdinalIgnoreCase))
{
    Console.WriteLine($"Command line tool and language server: {server}");
    Console.WriteLine($"Install the VS Code extension with:    code --install-extension \"{extension}\"");
}

if (results.Count > 0)
{
    foreach (var (step, passed, failed, skipped) in results)
    {
        Console.WriteLine($"{step, -44} {passed, 5} passed {failed, 4} failed {skipped, 4} skipped");
    }

    var failures = results.Sum(step => step.Failed);
    Console.WriteLine($"{results.Sum(step => step.Passed)} passed, {failures} failed, {results.Sum(step => step.Skipped)} skipped");
    System.Environment.Exit(failures == 0 ? 0 : 1);
}

// Runs a program, shows its output as it comes, and returns its exit code and that output.
(int Code, List<string> Output) Run(string program, ProcessArgumentBuilder arguments, DirectoryPath folder = null)
{
    var lines = new List<string>();
    var code = StartProcess(
        program,
        new ProcessSettings
        {
            Arguments = arguments,
            WorkingDirectory = folder ?? Context.Environment.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectedStandardOutputHandler = line =>
            {
                if (line is not null)
                {
                    Console.WriteLine(line);
                    lines.Add(line);
                }

                return line;
            },
        }
    );
    return (code, lines);
}

(int Code, List<string> Output) RunNpm(params string[] arguments)
{
    // On Windows npm is a script, which is found by its full name only.
    var builder = new ProcessArgumentBuilder();
    foreach (var argument in arguments)
    {
        builder.AppendQuoted(argument);
    }

    return Run(IsRunningOnWindows() ? "npm.cmd" : "npm", builder, extensionFolder);
}

void Npm(params string[] arguments)
{
    var code = RunNpm(arguments).Code;
    if (code != 0)
    {
        throw new CakeException($"'npm {string.Join(' ', arguments)}' in editors/vscode ended with exit code {code}.");
    }
}

// The counts of each test project in a Visual Studio test report.
List<(string Step, int Passed, int Failed, int Skipped)> ReadTestReport(FilePath report)
{
    if (!FileExists(report))
    {
        return [];
    }

    const string Skipped = "NotExecuted";
    var document = XDocument.Load(report.FullPath);
    var ns = document.Root.Name.Namespace;
    var projects = document
        .Descendants(ns + "UnitTest")
        .ToDictionary(
            test => (string)test.Attribute("id"),
            test => System.IO.Path.GetFileNameWithoutExtension((string)test.Element(ns + "TestMethod").Attribute("codeBase"))
        );
    var results = document.Descendants(ns + "UnitTestResult").ToList();
    foreach (var reason in results.Where(result => (string)result.Attribute("outcome") == Skipped).GroupBy(result => result.Descendants(ns + "Message").FirstOrDefault()?.Value.Trim()))
    {
        Console.WriteLine($"Skipped {reason.Count()}: {reason.Key}");
    }

    return results
        .Select(result => (Project: projects[(string)result.Attribute("testId")], Outcome: (string)result.Attribute("outcome")))
        .GroupBy(result => result.Project, result => result.Outcome)
        .OrderBy(project => project.Key, StringComparer.Ordinal)
        .Select(project =>
        {
            var (passed, skipped) = (project.Count(outcome => outcome == "Passed"), project.Count(outcome => outcome == Skipped));
            return (project.Key, passed, project.Count() - passed - skipped, skipped);
        })
        .ToList();
}

// The figure that node's test runner prints as '# pass 12' (TAP) or 'ℹ pass 12' (spec), summed over several runs of it.
int CountNodeTests(IEnumerable<string> output, string word) =>
    output
        .Select(line => System.Text.RegularExpressions.Regex.Match(line, $@"^[#ℹ] {word} (\d+)\s*$"))
        .Where(match => match.Success)
        .Sum(match => int.Parse(match.Groups[1].Value));
