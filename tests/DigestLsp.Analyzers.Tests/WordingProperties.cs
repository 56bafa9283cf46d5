using System.Text;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>What holds of the rules about wording for any text.</summary>
public class WordingProperties
{
    private static readonly string[] Pieces =
    [
        "the",
        "the",
        "owls",
        "We",
        "hear",
        "voles.",
        "that",
        "multi-",
        "modal",
        "multimodal",
        "de",
        "spite",
        "Abstract",
        "Abstract:",
        ",",
        ".",
        ".",
        "(",
        ")",
        "(LLMs)",
        "models",
        "large language",
        "1)",
        "e.g.",
        "https://",
        "https:",
        "http",
        "://",
        "/",
        "github.com",
        "github",
        "owls/ears",
        "{",
        "}",
        "{here}",
        "]",
        "this https URL",
        "However",
        "A sentence that is long enough to be found where it stands a second time.",
        "\n",
        " ",
        " ",
        " ",
        " ",
        "$",
        "-",
        "’",
        "猫",
        "\ud83e\udd89",
        "\ud83e",
    ];

    [Fact]
    public void Nothing_is_left_to_repair() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll<byte[]>(RepairsAll));

    private static void RepairsAll(byte[] choices)
    {
        var text = new StringBuilder($"Mar 11\n\nListening for Voles\n\n{Abstracts.Owls} ");
        foreach (var choice in choices)
        {
            text.Append(Pieces[choice % Pieces.Length]);
            if (choice > 127)
            {
                text.Append(' ');
            }
        }
        var workspace = new Workspace();
        var document = workspace.Open("a.digest", 1, text.ToString()).GetDocument("a.digest")!;

        var tree = FixAll.Repair(workspace.Current, document, static finding => finding.Repair is not null)!;

        var left = DocumentAnalysis.DiagnoseOwn(workspace.Current.Configuration, Document.Open("a.digest", 2, tree));
        Assert.DoesNotContain(left, finding => finding.Repair is not null || finding.Descriptor.Id == "DG0001");
    }

    /// <summary>Texts on which an analysis that is not linear in their length takes minutes.</summary>
    [Theory]
    [InlineData("a.B")]
    [InlineData("night.We ")]
    [InlineData("ab,cd")]
    [InlineData("(")]
    [InlineData("x(")]
    [InlineData("abc(ABC")]
    [InlineData(")abc")]
    [InlineData("- a")]
    [InlineData("ab- cd ")]
    [InlineData(" de ab")]
    [InlineData(" tion")]
    [InlineData("the ")]
    [InlineData("http")]
    [InlineData("https:")]
    [InlineData("https:/ ")]
    [InlineData("https://")]
    [InlineData("https://a")]
    [InlineData("https://a.b/{")]
    [InlineData("https://a.b/ c/d ")]
    [InlineData("https://a. ")]
    [InlineData("http \t")]
    [InlineData("}")]
    [InlineData(" ")]
    [InlineData("A sentence that is long enough to be found a second time. ")]
    [InlineData("$")]
    public void A_megabyte_of_anything_is_read(string piece)
    {
        var text = new string('x', 3) + " " + new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length);
        var findings = 0;
        foreach (var rule in RuleCatalog.All.OfType<IProseRule>())
        {
            rule.Analyze(new(text, ProseKind.Paragraph, isFirst: true, isLast: true), (_, _, _) => findings++);
        }
        Assert.True(findings <= text.Length);
    }

    [Fact]
    public void A_megabyte_of_different_doubled_words_is_read()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < 1_000_000; i++)
        {
            var word = string.Concat($"{i}".Select(digit => (char)('b' + digit - '0')));
            text.Append("owl")
                .Append(word)
                .Append(" owl")
                .Append(word)
                .Append(" multi- ")
                .Append(word)
                .Append(" dis ")
                .Append(word)
                .Append(' ');
        }
        foreach (var rule in RuleCatalog.All.OfType<IProseRule>())
        {
            rule.Analyze(new(text.ToString(), ProseKind.Paragraph, isFirst: true, isLast: true), (_, _, _) => { });
        }
    }
}
