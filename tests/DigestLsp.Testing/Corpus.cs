namespace DigestLsp.Testing;

/// <summary>Real data for measuring, read where it lies and never copied.</summary>
public static class Corpus
{
    public const string Variable = "DIGEST_CORPUS";

    /// <summary>The corpus's folder, or null where there is none.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The path of a file in the corpus.</summary>
    public static string PathOf(string relative) =>
        Path.Combine(Folder ?? throw new InvalidOperationException($"{Variable} is not set."), relative);

    /// <summary>The rows of a file of tab-separated values with a header line, each as a map from column to value.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> ReadTsv(string relative)
    {
        using IEnumerator<string> lines = File.ReadLines(PathOf(relative)).GetEnumerator();
        string[] columns = lines.MoveNext() ? lines.Current.Split('\t') : [];
        for (int number = 2; lines.MoveNext(); number++)
        {
            string[] values = lines.Current.Split('\t');
            if (values.Length != columns.Length)
            {
                throw new InvalidDataException($"{relative}:{number}: {values.Length} values for {columns.Length} columns.");
            }

            yield return columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
