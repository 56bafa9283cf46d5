using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Testing;

/// <summary>A random digest and edits of it.</summary>
/// <param name="Pieces">The digest, in pieces.</param>
/// <param name="Edits">Edits that are made one after the other.</param>
public sealed record EditedDigest(string[] Pieces, RelativeEdit[] Edits)
{
    /// <summary>The digest before any edit.</summary>
    public string Text => string.Concat(Pieces);

    /// <inheritdoc/>
    public override string ToString() => $"pieces: [{Shown(Pieces)}], edits: [{string.Join("; ", Edits.Select(Shown))}]";

    private static string Shown(IEnumerable<string> texts) =>
        string.Join(", ", texts.Select(text => System.Text.Json.JsonSerializer.Serialize(text)));

    private static string Shown(RelativeEdit edit) =>
        $"at {edit.At}{(edit.AtLineEnd ? " (next line end)" : "")} −{edit.Removed} +{Shown([edit.Inserted])}";
}

/// <summary>Random digests: pieces of the language glued together in any order, with noise between them.</summary>
public static class DigestGenerators
{
    private const string Sentence = "We let the river run over painted sand and count the grains that arrive. ";

    private static readonly string[] LineBreaks = ["\n", "\r\n", "\r"];

    private static readonly string[] Lines =
    [
        "new",
        "Subscribe",
        "Daily Papers",
        "Mar 11",
        "Feb 30, 2025",
        "2025-03-11",
        "Rivers of Sand",
        "Counting Grains: Slow Maps of Fast Rivers",
        "Do rivers remember?",
        "A title that ends in a period.",
        "However, the bed moves.",
        "The bed moves. The river does not. Nobody knows why.",
        "We look at a river for a year and write down what we see",
        "arxiv: 2501.00001",
        "see: Rivers of Sand",
        "colour: blue",
        "arxvi: 2501.00001",
        "Upvote 12",
        "* * *",
        string.Concat(Enumerable.Repeat(Sentence, 5)).Trim(),
        string.Concat(Enumerable.Repeat(Sentence, 11)).Trim(),
        string.Concat(Enumerable.Repeat("Ein Fluß führt Sand, 川は砂を運ぶ, 🏞️. ", 40)).Trim(),
    ];

    private static readonly string[] Noise =
    [
        " ",
        "  ",
        "\t",
        "\u00A0",
        "\u3000",
        "\uFEFF",
        "\0",
        "\f",
        ".",
        "a",
        "Z",
        "é",
        "砂",
        "🏞",
        "\uD83C",
        "\uDFDE",
        "\u2028",
        ":",
        "",
    ];

    /// <summary>A line with its end and perhaps a blank line, mostly.</summary>
    public static Gen<string> Piece { get; } =
        Gen.Frequency(
            (4, from line in Gen.Elements(Lines) from end in LineEnd select line + end + end),
            (2, from line in Gen.Elements(Lines) from end in LineEnd select line + end),
            (1, Gen.Elements(Lines)),
            (1, LineEnd),
            (2, Gen.Elements(Noise))
        );

    /// <summary>An edit as a person makes it, or as nobody would.</summary>
    public static Gen<RelativeEdit> Edit { get; } =
        from at in Gen.Choose(0, 1 << 20)
        from atLineEnd in Gen.Elements(true, false)
        from removed in Gen.Frequency((4, Gen.Choose(0, 2)), (2, Gen.Choose(0, 40)), (1, Gen.Choose(0, 4_000)))
        from inserted in Gen.Frequency(
            (2, Gen.Constant(string.Empty)),
            (4, Gen.Elements(Noise)),
            (3, LineEnd),
            (2, Piece),
            (1, Piece.Resize(4).ArrayOf().Select(string.Concat))
        )
        select new RelativeEdit(at, atLineEnd, removed, inserted);

    private static Gen<string> LineEnd => Gen.Elements(LineBreaks);

    /// <summary>Digests of up to <paramref name="pieces"/> pieces with a number of edits.</summary>
    public static Arbitrary<EditedDigest> Edited(int pieces, int edits) =>
        Arb.From(
            from text in Piece.ArrayOf().Resize(pieces)
            from changes in Edit.ArrayOf(edits)
            select new EditedDigest(text, changes),
            Shrink
        );

    /// <summary>First fewer edits and fewer pieces, then smaller ones.</summary>
    private static IEnumerable<EditedDigest> Shrink(EditedDigest digest)
    {
        var (pieces, edits) = digest;
        foreach (var fewer in Without(edits))
        {
            yield return digest with
            {
                Edits = fewer,
            };
        }
        foreach (var fewer in Without(pieces))
        {
            yield return digest with
            {
                Pieces = fewer,
            };
        }
        for (var i = 0; i < edits.Length; i++)
        {
            foreach (var smaller in Smaller(edits[i]))
            {
                yield return digest with
                {
                    Edits = [.. edits[..i], smaller, .. edits[(i + 1)..]],
                };
            }
        }
    }

    private static IEnumerable<T[]> Without<T>(T[] items)
    {
        for (var size = items.Length; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= items.Length; start += size)
            {
                yield return [.. items[..start], .. items[(start + size)..]];
            }
        }
    }

    private static IEnumerable<RelativeEdit> Smaller(RelativeEdit edit)
    {
        if (edit.Removed > 0)
        {
            yield return edit with
            {
                Removed = edit.Removed / 2,
            };
        }
        if (edit.Inserted.Length > 0)
        {
            yield return edit with
            {
                Inserted = edit.Inserted[..(edit.Inserted.Length / 2)],
            };
        }
        if (edit.At > 0)
        {
            yield return edit with
            {
                At = edit.At / 2,
            };
        }
    }
}
