namespace DigestLsp.Testing;

/// <summary>A theory that measures on real data, whose folder the environment variable DIGEST_CORPUS names; skipped where it is unset.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (Corpus.Folder is null)
        {
            Skip = $"{Corpus.Variable} is not set: there is no corpus to measure on.";
        }
    }
}
