using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>DG5002: a digest uses an acronym that none of its papers expands.</summary>
public sealed class UnexpandedAcronymRule : ISnapshotRule
{
    private const int Longest = 8;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG5002", "Acronym that is never expanded", RuleSeverity.None);

    /// <inheritdoc/>
    public void Analyze(Snapshot snapshot, Document document, ReportSnapshotFinding report)
    {
        // Every digest has some, and nobody asked for them unless it is configured.
        if (
            snapshot.Configuration.OptionsFor(document.Path).SeverityOf(Descriptor.Id) is null or RuleSeverity.None
            || document.GetTree() is not { } tree
        )
        {
            return;
        }
        var papers = DocumentTerms.Of(document).Papers;
        var known = papers.SelectMany(paper => paper.Definitions).Select(definition => definition.Name).ToHashSet();
        for (var i = 0; i < papers.Length; i++)
        {
            for (var mention = papers[i].Mentions; mention.MoveNext(); )
            {
                var start = document.Papers[i].Head.Start + mention.Start;
                if (AcronymAt(tree.Text, start) is { } name && TermKeys.OfName(name) == mention.Key && known.Add(name))
                {
                    report(new(start, name.Length), $"No paper of this digest says what ‘{name}’ stands for");
                }
            }
        }
    }

    /// <summary>The capitals at a position, if they are several and no letter or digit follows but a plural's s.</summary>
    private static string? AcronymAt(SourceText text, int start)
    {
        var ahead = text.ToString(new(start, Math.Min(Longest + 2, text.Length - start)));
        var length = ahead.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        length = length < 0 ? ahead.Length : length;
        var behind = ahead.AsSpan(length);
        behind = behind is ['s', ..] ? behind[1..] : behind;
        return length is > 1 and <= Longest && (behind.IsEmpty || !char.IsLetterOrDigit(behind[0])) ? ahead[..length] : null;
    }
}
