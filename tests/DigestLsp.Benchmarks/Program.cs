using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DigestLsp.Benchmarks;
using Perfolizer.Horology;

// Without arguments: measures everything and writes docs/performance. With 'report': writes the pages again from the last results;
// with 'parse': after measuring parsing alone. With 'rules', 'similarity', 'load' or 'latency': measures these and writes their section,
// and with 'peers' and the folder of tests/peers/run.sh, which starts it so, theirs.
// With any other arguments: hands them to BenchmarkDotNet, for looking at one thing, and writes nothing.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var config = DefaultConfig
    .Instance.AddJob(
        Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(5)
            .WithIterationCount(15)
            .WithIterationTime(TimeInterval.FromMilliseconds(150))
    )
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Median);
if (args is ["rules"])
{
    RulesReport.Write(new(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine(), [.. RuleMeasurements.Run()]));
    return;
}
if (args is ["similarity"])
{
    SimilarityReport.Write(new(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine(), [.. SimilarityMeasurements.Run()]));
    return;
}
if (args is ["load"])
{
    LoadReport.Write(new(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine(), [.. LoadMeasurements.Run()]));
    return;
}
if (args is ["latency", ..])
{
    var executable = args.ElementAtOrDefault(2) ?? Path.Combine(PerformanceReport.Folder, "../../artifacts/digestlsp/digestlsp");
    var measured = LatencyMeasurements.Run(Path.GetFullPath(executable)).Concat(MarkdownServer.Run(args.ElementAtOrDefault(1)));
    LatencyReport.Write(new(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine(), [.. measured]));
    return;
}
if (args is ["peers", var tools])
{
    PeersReport.Write(new(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine(), [.. new PeerMeasurements(tools).Run()]));
    return;
}
if (args is not ([] or ["report"] or ["parse"]))
{
    BenchmarkSwitcher.FromAssembly(typeof(Figure).Assembly).Run(args, config);
    return;
}

var results = Path.Combine(PerformanceReport.Folder, "syntax.json");
if (args is [])
{
    Measure().Write(results);
}
else if (args is ["parse"])
{
    Figures.Read(results).With([.. ParseMeasurements.Run()]).Write(results);
}
PerformanceReport.Write(Figures.Read(results));

Figures Measure()
{
    List<Figure> figures = [.. MemoryMeasurements.Run(), .. ParseMeasurements.Run()];
    foreach (var summary in BenchmarkRunner.Run(typeof(Figure).Assembly, config))
    {
        figures.AddRange(summary.Reports.Where(report => report.Success).SelectMany(FiguresOf));
    }
    return new(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine(), figures);
}

static string Machine() =>
    $"{HostEnvironmentInfo.GetCurrent().CpuInfo.Value.ProcessorName}, {Environment.ProcessorCount} cores, "
    + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

static IEnumerable<Figure> FiguresOf(BenchmarkReport report)
{
    var method = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
    var type = report.BenchmarkCase.Descriptor.Type.Name.Replace("Benchmarks", "");
    var place = report.BenchmarkCase.Parameters.Items.FirstOrDefault(parameter => parameter.Name == "Place")?.Value?.ToString();
    var megabytes = (int)report.BenchmarkCase.Parameters["Megabytes"];
    yield return new(type, place ?? method, megabytes, "µs", report.ResultStatistics!.Median / 1_000);
    if (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is { } bytes)
    {
        yield return new(type, place ?? method, megabytes, "bytes", bytes);
    }
}
