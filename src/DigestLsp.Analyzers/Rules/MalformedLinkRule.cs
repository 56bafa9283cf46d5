using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Analyzers;

/// <summary>
/// DG4001: a link that leads nowhere as it stands: split by a space, without a host, with a bracket at its end that opens
/// nowhere, with its target written twice, or to another host than the same paper's other copy.
/// </summary>
public sealed class MalformedLinkRule : IProseRule, ICopyRule
{
    /// <summary>A shorter path says too little to take two links for one, in UTF-16 units.</summary>
    private const int ShortestPath = 8;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DG4001", "Malformed link", RuleSeverity.Warning, HasRepair: true);

    /// <inheritdoc/>
    public CharacterPairs Triggers { get; } =
        CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Comma)
        | CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Space)
        | CharacterPairs.Of(CharacterClass.Lower, CharacterClass.Other);

    /// <inheritdoc/>
    public void Analyze(Prose prose, ReportFinding report)
    {
        var text = prose.Text;
        var links = new LinkReader(text);
        while (links.MoveNext())
        {
            if (links.Fault is { } fault)
            {
                report(fault.Span, fault.Message, fault.Repair);
            }
        }
    }

    /// <inheritdoc/>
    public void Analyze(CopiedPaper paper, ReportCopyFinding report)
    {
        List<(TextSpan Host, string Name, string Path)>? ours = null;
        foreach (var copy in paper.Copies)
        {
            if (copy.Match.Kind == DuplicateKind.Exact)
            {
                continue;
            }
            ours ??= LinksOf(paper.Place.GetSyntax());
            if (!ours.Exists(link => !LinkHost.IsWellKnown(link.Name)))
            {
                return;
            }
            foreach (var (_, theirName, theirPath) in LinksOf(copy.Place.GetSyntax()))
            {
                if (!LinkHost.IsWellKnown(theirName))
                {
                    continue;
                }
                foreach (var (host, name, path) in ours)
                {
                    if (path == theirPath && !LinkHost.IsWellKnown(name) && !LinkHost.IsProxy(name) && !LinkHost.AreSame(name, theirName))
                    {
                        report(host, $"The same link leads to {theirName} in {CopyWording.Of(copy.Place, paper.Place.Document)}", [copy]);
                        return;
                    }
                }
            }
        }
    }

    private static List<(TextSpan Host, string Name, string Path)> LinksOf(PaperSyntax? paper)
    {
        var links = new List<(TextSpan, string, string)>();
        if (paper?.Abstract is not { } text)
        {
            return links;
        }
        foreach (var paragraph in text.Paragraphs)
        {
            var characters = paragraph.Tree.Text.ToString(paragraph.TextSpan);
            for (var from = 0; (from = characters.IndexOf("://", from, StringComparison.Ordinal)) >= 0; )
            {
                from += 3;
                var host = LinkHost.Read(characters.AsSpan(from));
                var end = LinkText.EndOf(characters, from);
                var path = end > from + host.Length ? characters[(from + host.Length)..end].TrimEnd('/') : string.Empty;
                if (path.Length >= ShortestPath)
                {
                    links.Add((new(paragraph.TextSpan.Start + from, host.Length), host.ToString(), path));
                }
                from = Math.Max(from, end);
            }
        }
        return links;
    }
}
