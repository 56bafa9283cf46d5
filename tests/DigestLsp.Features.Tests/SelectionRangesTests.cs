using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck.Fluent;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What a selection at <c>{|caret:|}</c> widens to, from the innermost on, up to the whole file.</summary>
public class SelectionRangesTests
{
    private const string Owl = $"An Owl\n\n{Owls}";

    [Fact]
    public void In_an_abstract_word_sentence_abstract_paper_section() =>
        Check(
            $"new\n\nMar 11\n\nA Bell\n\nA bell rings. We list{{|caret:|}}en to its well-made sound. {Bells}\nnote: a\n\n{Owl}\n\nMar 12\n\nA Lake\n\n{Glaciers}\n",
            "listen",
            "We listen to its well-made sound.",
            $"A bell rings. We listen to its well-made sound. {Bells}",
            $"A bell rings. We listen to its well-made sound. {Bells}\nnote: a",
            $"A Bell\n\nA bell rings. We listen to its well-made sound. {Bells}\nnote: a",
            $"Mar 11\n\nA Bell\n\nA bell rings. We listen to its well-made sound. {Bells}\nnote: a\n\n{Owl}"
        );

    [Fact]
    public void In_a_title_word_title_paper_section() =>
        Check(
            $"Mar 12\n\nThe {{|caret:|}}Well-Made Bell\n\n{Bells}\n\n",
            "Well-Made",
            "The Well-Made Bell",
            $"The Well-Made Bell\n\n{Bells}",
            $"Mar 12\n\nThe Well-Made Bell\n\n{Bells}"
        );

    [Fact]
    public void In_metadata_word_value_line() =>
        Check(
            $"A Bell\ntags: bronze, sou{{|caret:|}}nd\n\n{Bells}\n",
            "sound",
            "bronze, sound",
            "tags: bronze, sound",
            "A Bell\ntags: bronze, sound",
            $"A Bell\ntags: bronze, sound\n\n{Bells}"
        );

    [Fact]
    public void In_a_date_line_word_line_section() => Check($"new\n\nM{{|caret:|}}ar 11\n\n{Owl}\n", "Mar", "Mar 11", $"Mar 11\n\n{Owl}");

    [Fact]
    public void In_a_banner_only_the_line() => Check("new\n\nSub{|caret:|}scribe\n\nMar 11\n", "Subscribe");

    [Theory]
    [InlineData("Rivers, e.g. the Rhine, run{|caret:|}. They end.", "Rivers, e.g. the Rhine, run.")]
    [InlineData("It costs 3.5 pounds{|caret:|}! They pay.", "It costs 3.5 pounds!")]
    [InlineData("They ask (why?). We ans{|caret:|}wer.", "We answer.")]
    [InlineData("As J. Doe et al. Say, bells{|caret:|} ring. They do.", "As J. Doe et al. Say, bells ring.")]
    [InlineData("Code is at example.org/a.html no{|caret:|}w. Really.", "Code is at example.org/a.html now.")]
    public void Periods_within_sentences(string marked, string sentence)
    {
        var text = MarkedText.Parse(marked);
        var caret = text["caret"].Single().Start;
        var found = Sentences(text.Text, caret);
        Assert.Equal(sentence, found);

        static string Sentences(string text, int caret)
        {
            var workspace = new Workspace();
            workspace.Open("a", 1, $"A Bell\n\n{text} {Bells}");
            var document = workspace.Current.GetDocument("a")!;
            var source = document.GetTree()!.Text;
            return SelectionRanges
                .At(document, new(2, caret))
                .Select(range => source.ToString(Text.TextSpan.FromBounds(source.GetPosition(range.Start), source.GetPosition(range.End))))
                .ElementAt(1);
        }
    }

    /// <summary>Were a run of marks looked at again for each of them, this would never end.</summary>
    [Theory]
    [InlineData(".", "x")]
    [InlineData("?)", "x")]
    [InlineData(".", " x")]
    [InlineData("e.g.", "x")]
    [InlineData(". ", "x")]
    public void Hostile_text_takes_linear_time(string piece, string end)
    {
        var workspace = new Workspace();
        var hostile = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)) + end;
        workspace.Open("a", 1, $"A Bell\n\n{Bells} {hostile}");
        var document = workspace.Current.GetDocument("a")!;
        Assert.Equal(new(2, Bells.Length + 1 + hostile.Length), SelectionRanges.At(document, new(2, int.MaxValue))[^1].End);
    }

    [Fact]
    public void An_empty_file_is_its_own_selection() => Check("{|caret:|}", isWhole: false, "");

    [Fact]
    public void Each_stretch_lies_within_the_next_wherever_the_caret_is() =>
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(
                DigestGenerators.Edited(pieces: 8, edits: 1),
                digest =>
                {
                    var workspace = new Workspace();
                    workspace.Open("a", 0, digest.Text);
                    var document = workspace.Current.GetDocument("a")!;
                    var text = document.GetTree()!.Text;
                    for (var caret = 0; caret <= text.Length; caret += 7)
                    {
                        // No caret stands between CR and LF.
                        var position = text.GetLinePosition(text.GetPosition(text.GetLinePosition(caret)));
                        var ranges = SelectionRanges.At(document, position);
                        Assert.NotEmpty(ranges);
                        Assert.True(ranges[0].Start.CompareTo(position) <= 0 && ranges[0].End.CompareTo(position) >= 0);
                        Assert.All(
                            ranges.Zip(ranges.Skip(1)),
                            pair =>
                            {
                                Assert.True(
                                    pair.Second.Start.CompareTo(pair.First.Start) <= 0 && pair.Second.End.CompareTo(pair.First.End) >= 0
                                );
                                Assert.NotEqual(pair.First, pair.Second);
                            }
                        );
                    }
                }
            )
        );

    private static void Check(string marked, params string[] expected) => Check(marked, isWhole: true, expected);

    private static void Check(string marked, bool isWhole, params string[] expected)
    {
        foreach (var scene in Scene.Of(("march.digest", marked)))
        {
            var found = SelectionRanges.At(scene.Document, scene.Caret).Select(range => scene.TextAt("march.digest", range));
            Assert.Equal(isWhole ? expected.Append(MarkedText.Parse(marked).Text) : expected, found);
        }
    }
}
