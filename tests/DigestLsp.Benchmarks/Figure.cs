using System.Text.Json;

namespace DigestLsp.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="Benchmark">What was measured.</param>
/// <param name="Variant">Of whom, or where.</param>
/// <param name="Megabytes">The size of the text.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Value">The median.</param>
public sealed record Figure(string Benchmark, string Variant, int Megabytes, string Unit, double Value);

/// <summary>All figures of one run.</summary>
/// <param name="Date">The day, in ISO.</param>
/// <param name="Machine">Processor, system and runtime.</param>
/// <param name="All">The figures.</param>
public sealed record Figures(string Date, string Machine, IReadOnlyList<Figure> All)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>The value of one figure, null where it was not measured.</summary>
    public double? this[string benchmark, string variant, int megabytes, string unit] =>
        All.FirstOrDefault(figure =>
            figure.Benchmark == benchmark && figure.Variant == variant && figure.Megabytes == megabytes && figure.Unit == unit
        )?.Value;

    /// <summary>These figures with others in place of those of the same benchmarks.</summary>
    public Figures With(IReadOnlyList<Figure> others) =>
        this with
        {
            All = [.. All.Where(figure => others.All(other => other.Benchmark != figure.Benchmark)), .. others],
        };

    public static Figures Read(string file) => JsonSerializer.Deserialize<Figures>(File.ReadAllText(file))!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Options) + "\n");
}
