using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

/// <summary>What formatting makes of a document or of some of its lines; <c>{|caret:|}</c> stands at the start of a line.</summary>
public class DocumentFormattingTests
{
    [Fact]
    public void A_document_is_laid_out() =>
        Check(
            $"{{|caret:|}}Mar 11\nA Bell \n\n\n{Bells}",
            $"Mar 11\n\nA Bell\n\n{Bells}\n",
            scene => DocumentFormatting.Of(scene.Document, insertFinalLineEnd: true)
        );

    [Theory]
    [InlineData(0, 4, "A Bell\n\n")]
    [InlineData(1, 0, "A Bell\n\n")]
    [InlineData(0, 0, "A Bell\n\n")]
    [InlineData(-1, 0, "A Bell \n\n\n")]
    public void Lines_that_are_selected_are_laid_out(int lines, int character, string expected) =>
        Check(
            $"Mar 11 \n\n\n{{|caret:|}}A Bell \n\n\n{Bells} \n",
            lines < 0 ? $"Mar 11\n\n{expected}{Bells} \n" : $"Mar 11 \n\n\n{expected}{Bells} \n",
            scene =>
                lines < 0
                    ? DocumentFormatting.OfRange(scene.Document, new(new(0, 0), new(0, 1)))
                    : DocumentFormatting.OfRange(scene.Document, new(scene.Caret, new(scene.Caret.Line + lines, character)))
        );

    [Fact]
    public void A_range_may_end_beyond_all_lines() =>
        Check(
            $"Mar 11 \n\n\n{{|caret:|}}A Bell \n\n\n{Bells} \n",
            $"Mar 11 \n\n\nA Bell\n\n{Bells}\n",
            scene => DocumentFormatting.OfRange(scene.Document, new(scene.Caret, new(int.MaxValue, int.MaxValue)))
        );

    private static void Check(string digest, string expected, Func<Scene, IEnumerable<Text.TextChange>> format)
    {
        foreach (var scene in Scene.Of(("march.digest", digest)))
        {
            var text = scene.Document.GetTree()!.Text.WithChanges([.. format(scene)]).ToString();
            Assert.Equal(expected, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }
    }
}
