using DigestLsp.Testing;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Digests of a few papers that come again and again, whole and broken, with and without metadata.</summary>
internal static class RandomDigest
{
    private const string Owls = $"What Owls Hear Below the Snow of a Field\n\n{Abstracts.Owls}\n";

    private static readonly string[] Papers =
    [
        Owls,
        Owls,
        Owls.Replace("Owls Hear", "owls hear"),
        $"The Inner Shape of Bells\n\n{Abstracts.Bells}\n",
        $"Lakes on Ice\n\n{Abstracts.Glaciers}\n",
        $"Steps Left Out\n\n{Abstracts.Recipes}\n",
        $"{Abstracts.Recipes}\n",
        "What Owls Hear Below the Snow of a Field\n",
    ];

    private static readonly string[] Metadata =
    [
        "",
        "",
        "",
        "tags: birds\n",
        "note: ask Ada\n",
        "arxiv: 2501.00001\n",
        "arxiv: 2501.00002\n",
    ];

    public static string Text(Random random)
    {
        var text = random.Next(5) == 0 ? "" : $"Mar {random.Next(1, 4)}\n\n";
        for (var i = random.Next(7); i >= 0; i--)
        {
            text += Broken(Papers[random.Next(Papers.Length)], random) + Metadata[random.Next(Metadata.Length)];
            text += random.Next(6) == 0 ? "" : "\n";
            text += random.Next(8) == 0 ? "Mar 9\n\n" : "";
        }
        text = random.Next(3) == 0 ? text.TrimEnd() : text;
        return text.Replace("\n", MarkedText.LineEndings[random.Next(3)]);
    }

    private static string Broken(string paper, Random random) =>
        random.Next(12) switch
        {
            0 => paper.Replace("\n\n", "\n"),
            1 => paper.Replace(". ", ".\n"),
            2 => paper.Replace(", ", ",\n\n"),
            3 => paper[..(paper.Length * 2 / 3)].TrimEnd() + "…\n",
            4 => paper[..(paper.Length / 2)].TrimEnd() + " of the\n",
            _ => paper,
        };
}
