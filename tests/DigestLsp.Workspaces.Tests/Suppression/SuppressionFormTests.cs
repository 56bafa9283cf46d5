using DigestLsp.Testing;

namespace DigestLsp.Workspaces.Tests;

/// <summary>The form of the files below <c>.digestlsp</c>: what is written, what is read, and what is told of what cannot be.</summary>
public sealed class SuppressionFormTests
{
    private const string Path = "/digests/.digestlsp/baseline.json";

    [Fact]
    public void Entries_are_sorted_and_stand_one_a_line()
    {
        var one = new AcceptedFinding("DG3001", null, MarkOf("Bells \"and\" <Whistles> é"), "of", 0);
        var two = new AcceptedFinding("DG1002", "a/b.digest", null, "Feb 30", 1);

        var text = SuppressionWriter.Write(Baseline.Empty.With([one, two, one]));

        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [
                {"rule":"DG1002","file":"a/b.digest","text":"Feb 30","ordinal":1},
                {"rule":"DG3001","paper":{"title":"Bells \"and\" <Whistles> é"},"text":"of"}
              ]
            }

            """.ReplaceLineEndings("\n"),
            text
        );
        Assert.Equal(text, SuppressionWriter.Write(Baseline.Empty.With([two, one])));
        Assert.Equal(text, SuppressionWriter.Write(SuppressionReader.ReadBaseline(Path, text).Baseline));
    }

    [Fact]
    public void Marks_are_read_as_they_were_written()
    {
        var workspace = new Workspace();
        workspace.Open("/d/a.digest", 1, $"Mar 1\n\nWhat a Bell Remembers\n\narxiv: 2401.00001\n\n{Abstracts.Bells}");
        var place = new PaperPlace(workspace.Current.GetDocument("/d/a.digest")!, 0);
        var marks = new DistinctMarks([new(PaperMark.Of(place), MarkOf("Other"))], [new(PaperMark.Of(place), "x.digest")]);

        var text = SuppressionWriter.Write(marks);
        var read = SuppressionReader.ReadDistinct("/d/.digestlsp/distinct.json", text);

        Assert.Empty(read.Problems);
        Assert.Equal(marks.Different.Select(pair => (pair.A, pair.B)), read.Marks.Different.Select(pair => (pair.A, pair.B)));
        Assert.Equal(marks.Intended.Select(paper => (paper.Paper, paper.In)), read.Marks.Intended.Select(paper => (paper.Paper, paper.In)));
        Assert.Equal(text, SuppressionWriter.Write(read.Marks));
    }

    [Fact]
    public void A_title_too_long_to_be_kept_is_known_by_its_key()
    {
        var title = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"Word{i}"));
        var workspace = new Workspace();
        workspace.Open("/d/a.digest", 1, $"Mar 1\n\n{title}\n\n{Abstracts.Bells}");
        var place = new PaperPlace(workspace.Current.GetDocument("/d/a.digest")!, 0);
        var entry = new AcceptedFinding("DG3001", null, PaperMark.Of(place), "x", 0);

        var read = SuppressionReader.ReadBaseline(Path, SuppressionWriter.Write(Baseline.Empty.With([entry]))).Baseline;

        Assert.NotNull(read.Find(entry, place.Paper.Facts));
    }

    [Fact]
    public void What_means_nothing_here_is_told_and_kept()
    {
        const string Text = """
            {
              "version": 1,
              "findings": [
                {"rule":"DG1002","file":"a.digest","text":"Feb 30","note":"by hand","weight":[1, 2]}
              ],
              "owner": {"name":"Ada"}
            }
            """;
        var file = SuppressionReader.ReadBaseline(Path, Text);

        Assert.Equal(["\"weight\"", "\"owner\""], file.Problems.Select(problem => Text.Substring(problem.Span.Start, problem.Span.Length)));
        var written = SuppressionWriter.Write(file.Baseline.With(file.Baseline.Findings));
        Assert.Contains("\"note\":\"by hand\",\"weight\":[1,2]}", written, StringComparison.Ordinal);
        Assert.Contains("\"owner\":{\"name\":\"Ada\"}", written, StringComparison.Ordinal);
        Assert.Equal(written, SuppressionWriter.Write(SuppressionReader.ReadBaseline(Path, written).Baseline));
    }

    [Fact]
    public void A_comma_that_a_merge_left_does_no_harm()
    {
        var file = SuppressionReader.ReadBaseline(Path, """{"version":1,"findings":[{"rule":"DG1002","file":"a","text":"x"},],}""");

        Assert.Empty(file.Problems);
        Assert.Single(file.Baseline.Findings);
    }

    [Theory]
    [InlineData("", "1:1", "it is no JSON from here on")]
    [InlineData("{\n  \"version\": 1,\n  \"é\": x\n}", "3:8", "it is no JSON from here on")]
    [InlineData("{\n  \"version\": 1,\n<<<<<<< ours\n}", "3:1", "a merge left its conflict here")]
    [InlineData("[]", "1:1", "must hold one JSON object")]
    [InlineData("{}", "1:1", "does not tell its version")]
    [InlineData("{\"version\": \"x\"}", "1:13", "does not tell its version")]
    [InlineData("{\n\"version\": 2}", "2:12", "install a newer digestlsp")]
    public void A_file_that_cannot_be_used_says_where_why_and_what_to_do(string text, string place, string message)
    {
        foreach (var lineEnding in (string[])["\n", "\r\n"])
        {
            var file = SuppressionReader.ReadBaseline(Path, text.Replace("\n", lineEnding));

            Assert.NotNull(file.Fault);
            var problem = Assert.Single(file.Problems);
            var position = file.Text.GetLinePosition(problem.Span.Start);
            Assert.Equal(place, $"{position.Line + 1}:{position.Character + 1}");
            Assert.Contains(message, problem.Message, StringComparison.Ordinal);
            Assert.Empty(file.Baseline.Findings);
        }
    }

    [Theory]
    [InlineData("""{"version":1,"findings":{}}""")]
    [InlineData("""{"version":1,"findings":[1]}""")]
    [InlineData("""{"version":1,"findings":[{"rule":"DG1002"}]}""")]
    [InlineData("""{"version":1,"findings":[{"rule":"DG1002","text":"x"}]}""")]
    [InlineData("""{"version":1,"findings":[{"rule":5,"file":"a","text":"x"}]}""")]
    [InlineData("""{"version":1,"findings":[{"rule":"DG1002","file":"a","text":"x","ordinal":-1}]}""")]
    [InlineData("""{"version":1,"findings":[{"rule":"DG1002","paper":{"title":"x","sketch":"?"},"text":"x"}]}""")]
    public void An_entry_that_makes_no_sense_is_passed_over_and_told(string text)
    {
        var file = SuppressionReader.ReadBaseline(Path, text);

        Assert.Null(file.Fault);
        Assert.Single(file.Problems);
        Assert.Empty(file.Baseline.Findings);
    }

    private static PaperMark MarkOf(string title) => new(default, title, PaperMark.KeyOf(title), Similarity.AbstractSketch.Empty);
}
