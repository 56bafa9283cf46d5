using System.Collections.Immutable;
using DigestLsp.Testing;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What each stretch is: <c>{|Title:…|}</c>, in capitals where it is declared there.</summary>
public class SemanticTokensTests
{
    [Fact]
    public void Banner_date_title_and_metadata() =>
        Check(
            """
            {|Banner:new|}

            {|Banner:Subscribe|}

            {|Date:Mar 11|}

            {|TITLE:What a Bell Remembers|}
            {|MetadataKey:arxiv|}: {|Link:2501.00001|}
            {|MetadataKey:tags|}: {|MetadataValue:bells, sound|}
            {|MetadataKey:see|}: {|Reference:Lakes That Leave|}

            """ + Bells
        );

    [Fact]
    public void A_coined_name_parts_the_title_and_is_found_again() =>
        Check(
            $"{{|Date:Mar 11|}}\n\n{{|SYSTEMNAME:BellNet|}}{{|TITLE:: What a Bell Remembers|}}\n\n{Bells} We call it {{|SystemName:BellNet|}}, and {{|SystemName:BellNet|}} rings."
        );

    [Fact]
    public void Acronyms_are_found_where_they_are_introduced_and_after() =>
        Check(
            $"{{|TITLE:What a Bell Remembers|}}\n\n{Bells} A graph neural network ({{|ACRONYM:GNN|}}) listens. The {{|Acronym:GNN|}} is small; two {{|Acronym:GNNs|}} are not."
        );

    [Theory]
    [InlineData("{|Link:https://example.org/bells|}")]
    [InlineData("{|Link:github.com/example/bells|}")]
    public void Links(string link) => Check($"{{|TITLE:What a Bell Remembers|}}\n\n{Bells} The code is at {link}.");

    [Fact]
    public void A_title_on_two_lines_is_two_tokens() =>
        Check($"{{|TITLE:What a Bell|}}\n  {{|TITLE:Remembers of Its Founder|}}\n\n{Bells}");

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData(Bells)]
    public void There_may_be_none(string digest) => Check(digest);

    [Fact]
    public void A_range_gives_the_papers_in_it()
    {
        foreach (var scene in Scene.Of(("march.digest", $"Mar 11\n\nA Bell\n\n{Bells}\n\nA Lake\n\n{Glaciers}\n\nAn Owl\n\n{Owls}")))
        {
            var document = scene.DocumentOf("march.digest");
            Assert.Equal(["A Lake"], Shown(6, 6));
            Assert.Equal(["A Bell", "A Lake"], Shown(2, 9));
            Assert.Equal(["An Owl"], Shown(10, 100));
            Assert.Equal(["Mar 11", "A Bell", "A Lake", "An Owl"], Shown(0, int.MaxValue));
            Assert.Empty(Shown(40, 50));

            IEnumerable<string> Shown(int first, int last) =>
                Decode(SemanticTokens.OfLines(document, first, last), document).Select(token => TextOf(document, token.Span));
        }
    }

    [Fact]
    public void Tokens_of_an_edited_document_are_those_of_its_text_and_differ_from_the_last_by_the_edit() =>
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                DigestGenerators.Edited(pieces: 12, edits: 4),
                digest =>
                {
                    var workspace = new Workspace();
                    var text = digest.Text;
                    workspace.Open("a", 0, text);
                    var last = Of(workspace);
                    for (var version = 1; version <= digest.Edits.Length; version++)
                    {
                        var change = digest.Edits[version - 1].In(text);
                        var source = workspace.Current.GetDocument("a")!.GetTree()!.Text;
                        workspace.Change("a", version, [new(source.GetLinePositionSpan(change.Span), change.NewText)]);
                        text = workspace.Current.GetDocument("a")!.GetTree()!.Text.ToString();
                        var fresh = new Workspace();
                        fresh.Open("a", 0, text);

                        var now = Of(workspace);

                        Assert.Equal(Of(fresh).AsEnumerable(), now);
                        Assert.Equal(now.AsEnumerable(), Apply(last, SemanticTokensEdit.Between(last, now)));
                        Assert.Null(SemanticTokensEdit.Between(now, now));
                        AssertReadable(now, workspace.Current.GetDocument("a")!);
                        last = now;
                    }
                }
            )
        );

    private static ImmutableArray<int> Of(Workspace workspace) => SemanticTokens.Of(workspace.Current.GetDocument("a")!).Numbers;

    private static ImmutableArray<int> Apply(ImmutableArray<int> before, SemanticTokensEdit? edit) =>
        edit is null ? before : before.RemoveRange(edit.Start, edit.DeleteCount).InsertRange(edit.Start, edit.Numbers);

    /// <summary>Tokens follow each other, lie within lines, and hold something.</summary>
    private static void AssertReadable(ImmutableArray<int> numbers, Document document)
    {
        var text = document.GetTree()!.Text;
        var end = 0;
        foreach (var (span, _) in Decode(numbers, document))
        {
            Assert.True(span.Start >= end && span.Length > 0, $"{span} comes after {end}");
            Assert.InRange(span.End, 0, text.GetLineSpan(text.GetLinePosition(span.Start).Line).End);
            end = span.End;
        }
    }

    private static void Check(string marked)
    {
        foreach (var scene in Scene.Of(("march.digest", marked)))
        {
            var document = scene.DocumentOf("march.digest");
            var tokens = Decode(SemanticTokens.Of(document).Numbers, document).ToList();
            Assert.Equal(
                marked.Replace("\r\n", "\n", StringComparison.Ordinal),
                MarkedText.Format(document.GetTree()!.Text.ToString(), tokens.Select(token => new MarkedSpan(token.Name, token.Span)))
            );
        }
    }

    private static IEnumerable<(TextSpan Span, string Name)> Decode(ImmutableArray<int> numbers, Document document)
    {
        var text = document.GetTree()!.Text;
        var (line, character) = (0, 0);
        for (var i = 0; i < numbers.Length; i += 5)
        {
            line += numbers[i];
            character = numbers[i] == 0 ? character + numbers[i + 1] : numbers[i + 1];
            var name = ((SemanticTokenKind)numbers[i + 3]).ToString();
            // Not by way of lines and characters, which would move a position behind the end of its line.
            yield return (new(text.GetLineStart(line) + character, numbers[i + 2]), numbers[i + 4] == 1 ? name.ToUpperInvariant() : name);
        }
    }

    private static string TextOf(Document document, TextSpan span) => document.GetTree()!.Text.ToString(span);
}
