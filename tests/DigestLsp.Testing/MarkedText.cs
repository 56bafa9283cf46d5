using System.Text;
using DigestLsp.Text;

namespace DigestLsp.Testing;

/// <summary>A stretch that a test marked.</summary>
/// <param name="Name">What stands before the colon of <c>{|name:…|}</c>; empty for <c>[|…|]</c>.</param>
/// <param name="Span">Where it stands in the bare text.</param>
public readonly record struct MarkedSpan(string Name, TextSpan Span);

/// <summary>
/// Text in which a test marks what it expects: <c>[|…|]</c>, or <c>{|name:…|}</c> for stretches of several kinds. Marks may nest
/// and may be empty, as <c>{|caret:|}</c>.
/// </summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">The marked stretches by where they start, an outer one before those within it.</param>
public sealed record MarkedText(string Text, IReadOnlyList<MarkedSpan> Spans)
{
    /// <summary>The line endings that a digest may have. A feature that holds for one of them is tested with all.</summary>
    public static readonly IReadOnlyList<string> LineEndings = ["\n", "\r\n", "\r"];

    /// <summary>The marked stretches of one name.</summary>
    public IEnumerable<TextSpan> this[string name] => Spans.Where(span => span.Name == name).Select(span => span.Span);

    /// <summary>Takes the marks out of text that is written with LF.</summary>
    /// <param name="marked">The text with its marks.</param>
    /// <param name="lineEnding">What every LF becomes.</param>
    /// <exception cref="FormatException">A mark opens that nothing closes, or the other way round.</exception>
    public static MarkedText Parse(string marked, string lineEnding = "\n")
    {
        marked = marked.Replace("\r\n", "\n").Replace("\n", lineEnding);
        var text = new StringBuilder(marked.Length);
        var spans = new List<MarkedSpan>();
        var open = new Stack<int>();
        for (var i = 0; i < marked.Length; )
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                Open(string.Empty);
                i += 2;
            }
            else if (rest.StartsWith("{|") && NameLength(rest[2..]) is > 0 and var length)
            {
                Open(rest.Slice(2, length).ToString());
                i += length + 3;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                Close(named: rest[1] == '}', i);
                i += 2;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }
        return open.Count == 0
            ? new(text.ToString(), [.. spans])
            : throw new FormatException($"nothing closes the mark '{spans[open.Peek()].Name}'");

        void Open(string name)
        {
            open.Push(spans.Count);
            spans.Add(new(name, new(text.Length, 0)));
        }

        void Close(bool named, int at)
        {
            if (!open.TryPop(out var index) || spans[index].Name.Length > 0 != named)
            {
                throw new FormatException($"nothing opens what is closed at {at}");
            }
            spans[index] = spans[index] with { Span = TextSpan.FromBounds(spans[index].Span.Start, text.Length) };
        }
    }

    /// <summary>Puts marks into a text, so that a failed comparison shows both sides as the test was written.</summary>
    /// <param name="text">The bare text.</param>
    /// <param name="spans">Stretches that nest properly.</param>
    /// <returns>The marked text, with LF for every line ending.</returns>
    public static string Format(string text, IEnumerable<MarkedSpan> spans)
    {
        var ordered = spans
            .OrderBy(span => span.Span.Start)
            .ThenByDescending(span => span.Span.IsEmpty)
            .ThenByDescending(span => span.Span.Length)
            .ToList();
        var marked = new StringBuilder();
        var open = new Stack<MarkedSpan>();
        var next = 0;
        for (var position = 0; position <= text.Length; position++)
        {
            CloseUpTo(position);
            for (; next < ordered.Count && ordered[next].Span.Start == position; next++)
            {
                marked.Append(ordered[next].Name.Length == 0 ? "[|" : $"{{|{ordered[next].Name}:");
                open.Push(ordered[next]);
                CloseUpTo(ordered[next].Span.IsEmpty ? position : -1);
            }
            if (position < text.Length)
            {
                marked.Append(text[position]);
            }
        }
        return marked.ToString().Replace("\r\n", "\n").Replace('\r', '\n');

        void CloseUpTo(int position)
        {
            while (open.TryPeek(out var innermost) && innermost.Span.End == position)
            {
                marked.Append(open.Pop().Name.Length == 0 ? "|]" : "|}");
            }
        }
    }

    /// <summary>The length of the name before a colon; 0 where no name stands, so that <c>{|</c> of a formula stays text.</summary>
    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '-'))
        {
            length++;
        }
        return length < text.Length && text[length] == ':' ? length : 0;
    }
}
