using System.Text;
using DigestLsp.Syntax;
using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using Xunit.Abstractions;

namespace DigestLsp.Analyzers.Tests;

/// <summary>
/// Of real papers, 200 for each kind of defect, each between its neighbours in a digest of three: how many defects the right rule
/// finds, and beside how many another rule says something that it did not say before. The figures stand in docs/quality.md.
/// </summary>
public class PlantedDefectTests(ITestOutputHelper output)
{
    private const int Samples = 200;

    /// <summary>What may be lost by a change elsewhere before somebody should look: one in a hundred.</summary>
    private const int Slack = 2;

    private static readonly Lazy<List<Paper[]>> Digests = new(() =>
        [
            .. Directory
                .EnumerateFiles(Corpus.PathOf("digests"), "*.txt", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(ReadPapers)
                .Where(papers => papers.Length >= 3),
        ]
    );

    [CorpusTheory]
    [InlineData("cut with an ellipsis", "DG3001", 200, 0)]
    [InlineData("cut between words", "DG3001", 54, 126)]
    [InlineData("heading ‘Abstract’", "DG3002", 185, 0)]
    [InlineData("mis-decoded character", "DG3003", 200, 0)]
    [InlineData("entity", "DG3004", 200, 0)]
    [InlineData("tags", "DG3004", 200, 0)]
    [InlineData("bracket left out", "DG3006", 196, 0)]
    [InlineData("quotation mark left out", "DG3006", 192, 0)]
    [InlineData("doubled word", "DG3009", 194, 0)]
    [InlineData("doubled sentence", "DG3009", 198, 8)]
    [InlineData("notice of withdrawal", "DG3010", 200, 0)]
    [InlineData("abstracts exchanged", "DG3011", 160, 0)]
    [InlineData("final period left out", "DG3012", 200, 0)]
    [InlineData("period left out between sentences", "DG3012", 67, 0)]
    [InlineData("blank line left out", "DG1006", 200, 0)]
    [InlineData("hard-wrapped", "DG1005", 200, 2)]
    [InlineData("two paragraphs", "DG1005", 127, 73)]
    [InlineData("title left out", "DG1004", 197, 3)]
    [InlineData("control character", "DG1008", 200, 0)]
    [InlineData("one CRLF among LF", "DG1008", 200, 0)]
    [InlineData("misspelt key of metadata", "DG1007", 200, 0)]
    [InlineData("impossible date", "DG1002", 200, 0)]
    public void Defects_are_found_by_their_rule_and_by_no_other(string kind, string rule, int expected, int expectedBesides)
    {
        var random = new Random(20_240_311);
        var found = 0;
        var besides = 0;
        var others = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var tried = 0; tried < Samples; )
        {
            var papers = Digests.Value[random.Next(Digests.Value.Count)];
            var at = random.Next(1, papers.Length - 1);
            Paper[] three = [papers[at - 1], papers[at], papers[at + 1]];
            if (Plant(kind, three, random) is not { } planted)
            {
                continue;
            }
            tried++;
            var before = Diagnose(Compose("Mar 11", three));
            var after = Diagnose(planted);
            found += after.GetValueOrDefault(rule) > before.GetValueOrDefault(rule) ? 1 : 0;
            var more = after.Keys.Where(id => id != rule && after[id] > before.GetValueOrDefault(id)).ToList();
            besides += more.Count > 0 ? 1 : 0;
            more.ForEach(id => others[id] = others.GetValueOrDefault(id) + 1);
        }

        output.WriteLine(
            $"| {kind} | {rule} | {found} | {besides} | {string.Join(", ", others.Select(other => $"{other.Key} {other.Value}"))} |"
        );
        Assert.InRange(found, expected - Slack, Samples);
        Assert.InRange(besides, 0, expectedBesides + Slack);
    }

    /// <summary>The digest with the defect in the second of three papers; null where that paper has no place for it.</summary>
    private static string? Plant(string kind, Paper[] papers, Random random)
    {
        var paper = papers[1];
        var text = paper.Abstract;
        var words = PlacesOf(
            text,
            static (text, i) => text[i] == ' ' && char.IsAsciiLetterLower(text[i - 1]) && char.IsAsciiLetterLower(text[i + 1])
        );
        var seams = PlacesOf(
            text,
            static (text, i) =>
                text[i] == ' ' && text[i - 1] == '.' && char.IsAsciiLetterLower(text[i - 2]) && char.IsAsciiLetterUpper(text[i + 1])
        );
        if (words.Count < 20 || seams.Count < 2)
        {
            return null;
        }
        var space = words[random.Next(words.Count)];
        var late = words[random.Next(words.Count / 2, words.Count)];
        var seam = seams[random.Next(seams.Count - 1)];
        switch (kind)
        {
            case "cut with an ellipsis":
                return With(text[..late] + (random.Next(2) == 0 ? "…" : "..."));
            case "cut between words":
                return With(text[..late]);
            case "heading ‘Abstract’":
                return With(Pick("Abstract: ", "Abstract. ", "Abstract ", "ABSTRACT ", "Abstract—") + text);
            case "mis-decoded character":
                return With(text[..space] + Pick("â€™s", "â€œ", "â€“", "Ã©", "Ã¼") + text[space..]);
            case "entity":
                return With(text[..space] + Pick(" &amp;", " &lt;", "&nbsp;", " &quot;", "&#39;s") + text[space..]);
            case "tags":
                var end = words.Find(place => place > space);
                var tag = Pick("i", "b", "em", "sup", "strong");
                return end == 0 ? null : With($"{text[..(space + 1)]}<{tag}>{text[(space + 1)..end]}</{tag}>{text[end..]}");
            case "bracket left out":
                var brackets = PlacesOf(text, static (text, i) => text[i] == '(' && text[i - 1] == ' ' && char.IsAsciiLetter(text[i + 1]));
                if (brackets.Count == 0)
                {
                    return null;
                }
                var open = brackets[random.Next(brackets.Count)];
                var close = text.IndexOfAny(['(', ')'], open + 1);
                if (close < 0 || text[close] == '(' || close == open + 2)
                {
                    return null;
                }
                return With(text.Remove(random.Next(2) == 0 ? open : close, 1));
            case "quotation mark left out":
                var marks = PlacesOf(text, static (text, i) => text[i] == '"');
                // What begins as TeX's quotation marks do is TeX's, however it ends.
                return marks.Count == 0 || text.Contains('`') || text.Contains("''", StringComparison.Ordinal) || text.Contains('”')
                    ? null
                    : With(text.Remove(marks[random.Next(marks.Count)], 1));
            case "doubled word":
                var start = text.LastIndexOf(' ', space - 1) + 1;
                var word = text[start..space];
                return word.All(char.IsAsciiLetterLower) ? With(text[..space] + " " + word + text[space..]) : null;
            case "doubled sentence":
                var next = seams.Find(place => place > seam);
                return next - seam < 60 ? null : With(text[..next] + text[seam..next] + text[next..]);
            case "notice of withdrawal":
                return With(
                    Pick(
                        "This paper has been withdrawn by the authors.",
                        "This paper has been withdrawn by the author due to an error in Section 3.",
                        "Withdrawn."
                    )
                );
            case "abstracts exchanged":
                return Compose("Mar 11", [papers[0], paper with { Abstract = papers[2].Abstract }, papers[2] with { Abstract = text }]);
            case "final period left out":
                // Links need no period.
                return
                    text[^1] == '.'
                    && char.IsAsciiLetterLower(text[^2])
                    && !text[(text.LastIndexOf(' ') + 1)..^1].AsSpan().ContainsAny('.', '/')
                    ? With(text[..^1])
                    : null;
            case "period left out between sentences":
                return With(text.Remove(seam - 1, 1));
            case "blank line left out":
                return Compose("Mar 11", papers).Replace($"{paper.Title}\n\n", $"{paper.Title}\n", StringComparison.Ordinal);
            case "hard-wrapped":
                return With(Wrap(text, 78));
            case "two paragraphs":
                return With(text[..seam] + "\n\n" + text[(seam + 1)..]);
            case "title left out":
                return Compose("Mar 11", papers).Replace($"{paper.Title}\n\n", string.Empty, StringComparison.Ordinal);
            case "control character":
                return With(text.Insert(space, Pick("\u0002", "\u000B", "\u0013", "\u001F", "\u007F")));
            case "one CRLF among LF":
                return With(text + "\r");
            case "misspelt key of metadata":
                return With(
                    text
                        + "\n"
                        + Pick(
                            "arxv: 2401.01234",
                            "doii: 10.1000/182",
                            "ulr: https://example.org/owls",
                            "author: A. Wren, B. Finch",
                            "tag: owls, voles"
                        )
                );
            case "impossible date":
                return Compose(Pick("Feb 30", "Apr 31", "Jun 31, 2024", "2024-02-30", "Nov 31"), papers);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such defect.");
        }

        string Pick(params string[] choices) => choices[random.Next(choices.Length)];

        string With(string other) => Compose("Mar 11", [papers[0], paper with { Abstract = other }, papers[2]]);
    }

    private static List<int> PlacesOf(string text, Func<string, int, bool> isPlace) =>
        [.. Enumerable.Range(2, Math.Max(0, text.Length - 4)).Where(i => isPlace(text, i))];

    private static string Wrap(string text, int width)
    {
        var wrapped = new StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            var isBreak = column > 0 && column + 1 + word.Length > width;
            column = isBreak || column == 0 ? word.Length : column + 1 + word.Length;
            wrapped
                .Append(
                    isBreak ? "\n"
                    : wrapped.Length > 0 ? " "
                    : string.Empty
                )
                .Append(word);
        }
        return wrapped.ToString();
    }

    private static string Compose(string date, Paper[] papers) =>
        $"{date}\n\n{string.Join("\n\n", papers.Select(paper => $"{paper.Title}\n\n{paper.Abstract}"))}\n";

    private static Dictionary<string, int> Diagnose(string text)
    {
        var workspace = new Workspace();
        var path = RuleChecks.PathOf("paper.digest");
        var document = workspace.Open(path, 1, text).GetDocument(path)!;
        return DocumentAnalysis
            .Diagnose(workspace.Current, document)
            .Where(finding => finding.Severity > RuleSeverity.Silent)
            .CountBy(finding => finding.Descriptor.Id)
            .ToDictionary();
    }

    private static Paper[] ReadPapers(string path) =>
        [
            .. SyntaxTree
                .Parse(SourceText.From(File.ReadAllBytes(path)))
                .Root.Papers.Where(paper => paper.Title is not null && paper.Abstract is not null)
                .Select(paper => new Paper(paper.Title!.Text, paper.Abstract!.Text))
                .Where(paper => !paper.Abstract.Contains('\n') && !paper.Title.Contains('\n')),
        ];

    private sealed record Paper(string Title, string Abstract);
}
