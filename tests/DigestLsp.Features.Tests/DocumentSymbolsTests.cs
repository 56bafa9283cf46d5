using System.Collections.Immutable;
using System.Text;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

public class DocumentSymbolsTests
{
    [Fact]
    public void Dates_hold_their_papers() =>
        Check(
            """
            Section 'Mar 11' (2 papers) at 'Mar 11'
              Paper 'What a Bell Remembers' at 'What a Bell Remembers'
              Paper 'Lakes That Leave' at 'Lakes That Leave'
            Section 'March 12, 2026' (1 paper) at 'March 12, 2026'
              Paper 'The Step Left Out' at 'The Step Left Out'
            Section 'Mar 13' (0 papers) at 'Mar 13'

            """,
            $$"""
            new

            Subscribe

            Mar 11

            What a Bell Remembers

            {{Bells}}

            Lakes That Leave

            {{Glaciers}}

            March 12, 2026

            The Step Left Out

            {{Recipes}}

            Mar 13
            """
        );

    [Fact]
    public void Papers_above_the_first_date_stand_at_the_top() =>
        Check(
            """
            Paper 'What a Bell Remembers' at 'What a Bell Remembers'
            Section 'Mar 11' (1 paper) at 'Mar 11'
              Paper 'Lakes That Leave' at 'Lakes That Leave'

            """,
            $$"""
            What a Bell Remembers
            arxiv: 2603.90001

            {{Bells}}

            Mar 11

            Lakes That Leave

            {{Glaciers}}
            """
        );

    [Fact]
    public void What_is_missing_is_told_and_a_missing_title_replaced() =>
        Check(
            $"""
            Paper 'A cast bell rings at partials that its founder chose by hand.' (no title) at '{Bells}'
            Paper 'Lakes That Leave' (no abstract) at 'Lakes That Leave'

            """,
            $$"""
            {{Bells}}

            Lakes That Leave
            """
        );

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("new\n\nSubscribe\n")]
    [InlineData("* * *")]
    public void A_digest_without_dates_and_papers_has_no_outline(string digest) => Check(string.Empty, digest);

    [Fact]
    public void Whatever_the_text_ranges_nest_and_names_are_not_empty()
    {
        var pieces = Gen.Elements(
            "\n",
            "\n\n",
            "Mar 11",
            "Feb 30",
            "new",
            "* * *",
            "A Bell",
            "note: x",
            "a bell rings.",
            Bells,
            " ",
            "\u00A0",
            "\uD834"
        );
        var digests = pieces.ListOf().Select(string.Concat).ToArbitrary();

        Prop.ForAll(
                digests,
                digest =>
                {
                    foreach (var scene in Scene.Of(("paper.digest", digest)))
                    {
                        var whole = new LinePositionSpan(
                            default,
                            scene
                                .DocumentOf("paper.digest")
                                .GetLinePositionSpan(new(scene.DocumentOf("paper.digest").GetTree()!.Text.Length, 0))
                                .Start
                        );
                        AssertNested(whole, DocumentSymbols.Of(scene.DocumentOf("paper.digest")));
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_was_edited_the_outline_is_that_of_the_text()
    {
        string[] pieces =
        [
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "Mar 11",
            "new\n",
            "A Bell",
            "note: x",
            "a bell rings.\n",
            "\uD834",
            " ",
            $"\n\n{Bells}\n",
        ];
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var workspace = new Workspace();
            workspace.Open("/a.digest", 0, string.Concat(random.GetItems(pieces, random.Next(30))));
            for (var version = 1; version < 12; version++)
            {
                var document = workspace.Current.GetDocument("/a.digest")!;
                Assert.Equal(Written(Fresh(document.GetTree()!.Text.ToString())), Written(document));
                var text = document.GetTree()!.Text;
                var start = random.Next(text.Length + 1);
                var range = text.GetLinePositionSpan(new(start, random.Next(Math.Min(8, text.Length - start) + 1)));
                workspace.Change("/a.digest", version, [new(range, pieces[random.Next(pieces.Length)])]);
            }
        }

        static Document Fresh(string text)
        {
            var workspace = new Workspace();
            workspace.Open("/a.digest", 0, text);
            return workspace.Current.GetDocument("/a.digest")!;
        }

        static string[] Written(Document document) =>
            [
                .. DocumentSymbols
                    .Of(document)
                    .SelectMany(symbol => symbol.Children.Prepend(symbol))
                    .Select(symbol =>
                        $"{symbol.Name} {symbol.Detail} {symbol.Range} {symbol.Selection} {document.GetTree()!.Text.GetPosition(symbol.Selection.Start)}"
                    ),
            ];
    }

    [Fact]
    public void Ranges_are_those_of_the_nodes()
    {
        var text = $"new\r\n\r\n\r\n Mar 11 \r\n\nA Bell\nnote: x\r\r{Bells}\n\n\n{Glaciers}\r\nMar 12";
        var workspace = new Workspace();
        workspace.Open("/a.digest", 0, text);
        var document = workspace.Current.GetDocument("/a.digest")!;
        Assert.Equal(
            document.GetTree()!.Root.Papers.Select(paper => document.GetLinePositionSpan(paper.Span)),
            DocumentSymbols.Of(document).SelectMany(symbol => symbol.Children).Select(paper => paper.Range)
        );
        Assert.Equal(
            document.GetTree()!.Root.DateLines.Select(date => document.GetLinePositionSpan(date.Span)),
            DocumentSymbols.Of(document).Select(date => date.Selection)
        );
    }

    private static void AssertNested(LinePositionSpan outer, ImmutableArray<OutlineSymbol> symbols)
    {
        var end = outer.Start;
        foreach (var symbol in symbols)
        {
            Assert.NotEmpty(symbol.Name.Trim());
            Assert.True(end.CompareTo(symbol.Range.Start) <= 0 && symbol.Range.End.CompareTo(outer.End) <= 0, $"{symbol.Range} in {outer}");
            Assert.True(
                symbol.Range.Start.CompareTo(symbol.Selection.Start) <= 0 && symbol.Selection.End.CompareTo(symbol.Range.End) <= 0,
                $"{symbol.Selection} in {symbol.Range}"
            );
            AssertNested(symbol.Range, symbol.Children);
            end = symbol.Range.End;
        }
    }

    private static void Check(string expected, string digest)
    {
        foreach (var scene in Scene.Of(("paper.digest", digest)))
        {
            var outline = new StringBuilder();
            Write(DocumentSymbols.Of(scene.DocumentOf("paper.digest")), string.Empty);
            Assert.Equal(expected.ReplaceLineEndings("\n"), outline.ToString());

            void Write(ImmutableArray<OutlineSymbol> symbols, string indent)
            {
                foreach (var symbol in symbols)
                {
                    var detail = symbol.Detail.Length > 0 ? $" ({symbol.Detail})" : string.Empty;
                    outline.Append(
                        $"{indent}{symbol.Kind} '{symbol.Name}'{detail} at '{scene.TextAt("paper.digest", symbol.Selection)}'\n"
                    );
                    Write(symbol.Children, indent + "  ");
                }
            }
        }
    }
}
