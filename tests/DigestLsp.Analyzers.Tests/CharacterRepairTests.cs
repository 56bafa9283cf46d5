using DigestLsp.Syntax;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>What the rules about characters (DG1008, DG3003–DG3008) hold to together, whatever the text is.</summary>
public class CharacterRepairTests
{
    private static readonly string[] Pieces =
    [
        "owls",
        "voles ",
        " (barn owls ",
        ") ",
        " ,",
        " .",
        ". ",
        "  ",
        "\t",
        "\u00A0",
        "\u200B",
        "\u00AD",
        "\uFEFF",
        "\u200E",
        "Ã©",
        "â€™",
        "Ã¢â‚¬â„¢",
        "Ã",
        "Â",
        "â",
        "\uFFFD",
        "\u0092",
        "\u0081",
        "\u0001",
        "\u000B",
        "\u007F",
        "&amp;",
        "&amp;amp;lt;",
        "&lt;",
        "&gt;",
        "&nbsp;",
        "amp;",
        "#8217;",
        "&",
        "<i>",
        "</i>",
        "<sub>",
        "</sub>",
        "<br>",
        "<p>",
        "</p>",
        "<a href=\"x\">",
        "</a>",
        "2",
        "i",
        "[",
        "]",
        "{",
        "}",
        "$",
        "`",
        "https://example.org/",
        "é",
        "»",
        "מ",
        "👩",
    ];

    private static readonly Arbitrary<string> Broken = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static readonly Arbitrary<string> Gaps = Gen.Elements("\n", "\r\n", "\r", " ", "\t", "\u00A0")
        .ArrayOf()
        .Select(pieces => string.Concat(pieces))
        .ToArbitrary();

    [Fact]
    public void Nothing_is_left_to_repair_and_papers_stay_papers() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Broken,
                text => HoldsAfterRepair($"Mar 11\n\nListening for Voles\n\n{Owls} {text} {Bells}\n\nWhy Glaciers Drain\n\n{Glaciers}\n")
            )
        );

    [Fact]
    public void Gaps_of_any_kind_are_tidied_and_papers_stay_papers() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Gaps,
                Gaps,
                (first, second) =>
                    HoldsAfterRepair(
                        $"{second}Mar 11\n\n{first}Listening for Voles{second}\n\n{first}{Owls}{first}\n\nWhy Glaciers Drain\n\n{Glaciers}{second}"
                    )
            )
        );

    [Theory]
    [InlineData("Ã©")]
    [InlineData("Ã")]
    [InlineData("Ãƒ")]
    [InlineData("é\u00A0")]
    [InlineData("\uFFFDa")]
    [InlineData("\u0001a")]
    [InlineData("&amp;")]
    [InlineData("&")]
    [InlineData("&amp")]
    [InlineData("amp;")]
    [InlineData("<i>")]
    [InlineData("</i>")]
    [InlineData("<i")]
    [InlineData("<a href=\"")]
    [InlineData("<i><b></i>")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("([{")]
    [InlineData("1) ")]
    [InlineData("[0, ")]
    [InlineData("-(")]
    [InlineData("  a")]
    [InlineData(" ?")]
    [InlineData(" : ")]
    [InlineData(".  A")]
    [InlineData("\u200Ea")]
    [InlineData("\u200B ")]
    [InlineData("$ ")]
    public void No_text_takes_more_than_its_share(string unit)
    {
        // Twice the text may take twice the work; an algorithm in which it takes four times as much allocates or runs for minutes here.
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        foreach (var rule in RuleCatalog.All.OfType<IProseRule>().Where(rule => IsAboutCharacters(rule)))
        {
            rule.Analyze(new(text, ProseKind.Paragraph, isFirst: true, isLast: true), static (_, _, _) => { });
        }
    }

    private static bool IsAboutCharacters(IRule rule) => rule.Descriptor.Id is "DG1008" or "DG3003" or "DG3004" or "DG3006" or "DG3008";

    private static void HoldsAfterRepair(string text)
    {
        var snapshot = new Workspace().Open("a", 1, text);
        var document = snapshot.GetDocument("a")!;

        var repaired = FixAll.Repair(snapshot, document, static finding => IsOurs(finding))!;

        var left = new Workspace().Open("a", 1, repaired.Text.ToString());
        Assert.DoesNotContain(
            DocumentAnalysis.Diagnose(left, left.GetDocument("a")!),
            static finding => IsOurs(finding) && finding.Repair is not null
        );
        Assert.Equal(Titles(document.GetTree()!), Titles(repaired));
    }

    private static bool IsOurs(Diagnostic finding) => finding.Descriptor.Id is "DG1008" or "DG3003" or "DG3004" or "DG3006" or "DG3008";

    private static IEnumerable<string?> Titles(SyntaxTree tree) => [.. tree.Root.Papers.Select(paper => paper.Title?.Text)];
}
