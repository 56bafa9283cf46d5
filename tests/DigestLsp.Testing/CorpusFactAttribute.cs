namespace DigestLsp.Testing;

/// <summary>A test that measures on real data, whose folder the environment variable DIGEST_CORPUS names; skipped where it is unset.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null)
        {
            Skip = $"{Corpus.Variable} is not set: there is no corpus to measure on.";
        }
    }
}
