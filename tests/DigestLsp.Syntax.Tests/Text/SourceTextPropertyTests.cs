using System.Text;
using DigestLsp.Testing;
using DigestLsp.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Syntax.Tests.Text;

/// <summary>A text does what a plain string does, whatever surrogates and line endings edits tear apart or bring together.</summary>
public class SourceTextPropertyTests
{
    [Fact]
    public void Edits_do_what_they_do_to_a_string() => ForAll(200, DigestGenerators.Edited(pieces: 40, edits: 40), EditOneByOne);

    [Fact]
    public void So_they_do_to_an_array_that_was_adopted_and_at_most_a_quarter_of_it_is_kept_in_vain() =>
        ForAll(
            200,
            DigestGenerators.Edited(pieces: 40, edits: 40),
            digest =>
            {
                var bytes = Encoding.UTF8.GetBytes("\uFEFF" + digest.Text);
                var plain = Encoding.UTF8.GetString(bytes.AsSpan(3));
                var text = SourceText.Adopt(bytes, 3);
                CheckEqual(plain, text);
                foreach (var edit in digest.Edits)
                {
                    var change = edit.In(plain);
                    plain = RelativeEdit.Apply(plain, change);
                    text = text.WithChanges(change);
                    CheckEqual(plain, text);
                    Assert.InRange(text.RetainedBytes, text.ByteLength, text.ByteLength + (bytes.Length / 4));
                }
            }
        );

    [Fact]
    public void Several_changes_at_once_all_speak_of_the_text_before() =>
        ForAll(
            500,
            DigestGenerators.Edited(pieces: 30, edits: 6),
            digest =>
            {
                var changes = RelativeEdit.In(digest.Text, digest.Edits);

                var edited = SourceText.From(digest.Text).WithChanges(changes);

                CheckEqual(RelativeEdit.Apply(digest.Text, changes), edited);
            }
        );

    [Fact]
    public void Every_position_has_a_line_and_back() =>
        ForAll(200, DigestGenerators.Edited(pieces: 12, edits: 4), digest => CheckPositions(Edited(digest)));

    [Fact]
    public void Any_span_can_be_cut_out() =>
        ForAll(
            300,
            DigestGenerators.Edited(pieces: 20, edits: 8),
            digest =>
            {
                var text = SourceText.From(digest.Text);
                foreach (var span in digest.Edits.Select(edit => edit.In(digest.Text).Span))
                {
                    Assert.Equal(digest.Text.Substring(span.Start, span.Length), text.ToString(span));
                }
            }
        );

    private static void ForAll(int tests, Arbitrary<EditedDigest> digests, Action<EditedDigest> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(digests, check));

    private static void EditOneByOne(EditedDigest digest)
    {
        var expected = digest.Text;
        var text = SourceText.From(expected);
        foreach (var edit in digest.Edits)
        {
            var change = edit.In(expected);
            var before = expected;
            var textBefore = text;
            expected = RelativeEdit.Apply(expected, change);
            text = text.WithChanges(change);
            CheckEqual(expected, text);
            Assert.Equal(before, textBefore.ToString());
        }
    }

    private static SourceText Edited(EditedDigest digest)
    {
        var plain = digest.Text;
        var text = SourceText.From(plain);
        foreach (var edit in digest.Edits)
        {
            var change = edit.In(plain);
            plain = RelativeEdit.Apply(plain, change);
            text = text.WithChanges(change);
        }
        return text;
    }

    private static void CheckEqual(string expected, SourceText text)
    {
        Assert.Equal(expected, text.ToString());
        Assert.Equal(expected.Length, text.Length);
        Assert.Equal(LineStarts(expected).Count, text.LineCount);
        // Halves that met are one pair again, so that the bytes are those of a text read afresh.
        Assert.Equal(SourceText.From(expected).ByteLength, text.ByteLength);
    }

    private static void CheckPositions(SourceText text)
    {
        var plain = text.ToString();
        var starts = LineStarts(plain);
        for (var line = 0; line < starts.Count; line++)
        {
            Assert.Equal(starts[line], text.GetLineStart(line));
            Assert.Equal(TextSpan.FromBounds(starts[line], EndOfLine(plain, starts[line])), text.GetLineSpan(line));
        }
        for (int position = 0, line = 0; position <= plain.Length; position++)
        {
            line += line + 1 < starts.Count && starts[line + 1] == position ? 1 : 0;
            var expected = new LinePosition(line, position - starts[line]);
            Assert.Equal(expected, text.GetLinePosition(position));
            Assert.Equal(Math.Min(position, EndOfLine(plain, starts[line])), text.GetPosition(expected));
        }
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }
        return starts;
    }

    private static int EndOfLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : start + length;
    }
}
