namespace DigestLsp.Testing;

/// <summary>Real digests, which are no part of the project: the environment variable <c>DIGEST_CORPUS</c> says where they are.</summary>
public static class Corpus
{
    /// <summary>The name of the environment variable.</summary>
    public const string Variable = "DIGEST_CORPUS";

    /// <summary>The folder, null where the variable is unset.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The full name of a file or folder of the corpus.</summary>
    /// <param name="relative">Its path in the corpus, with '/'.</param>
    public static string Find(string relative) =>
        Path.Combine(Folder ?? throw new InvalidOperationException($"{Variable} is not set"), relative);
}

/// <summary>A test over the corpus; skipped, saying so, where there is none.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    /// <summary>A fact about real digests.</summary>
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null)
        {
            Skip = $"needs real digests: set {Corpus.Variable} to the folder that holds them";
        }
    }
}
