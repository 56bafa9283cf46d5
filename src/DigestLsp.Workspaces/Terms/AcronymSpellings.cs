using System.Collections.Immutable;
using DigestLsp.Similarity;

namespace DigestLsp.Workspaces;

/// <summary>
/// Collects what the acronyms of one key stand for, document by document in their order, and finds out what is established. A paper
/// counts once, wherever it stands.
/// </summary>
/// <param name="key">The key; see <see cref="TermKeys.OfName"/>.</param>
internal sealed class AcronymSpellings(uint key)
{
    /// <summary>By the key of an expansion; in no way do two acronyms of one key share one of those, too.</summary>
    private readonly Dictionary<uint, Spelling> _byExpansion = [];
    private readonly List<Spelling> _inOrder = [];
    private readonly HashSet<(string Name, Hash128 Content)> _counted = [];

    /// <summary>Adds what a document has.</summary>
    public void Add(Document document)
    {
        var terms = DocumentTerms.Of(document);
        foreach (var paper in terms.PapersThatExpand(key))
        {
            var content = document.Papers[paper].Facts.Content;
            var keys = terms.Papers[paper].DefinitionKeys;
            for (var number = 0; keys.MoveNext(); number++)
            {
                if (keys.Name == key && keys.Expansion != 0)
                {
                    Add(document.Path, content, terms.Papers[paper], number, keys.Expansion);
                }
            }
        }
    }

    /// <summary>The acronyms that stand for several things, one of which is established.</summary>
    public ImmutableArray<AcronymUsage> ToUsages() =>
        _inOrder.Count < 2
            ? []
            :
            [
                .. _inOrder
                    .GroupBy(spelling => spelling.Name)
                    // A single letter is a label that everybody takes as he needs it.
                    .Where(acronym => acronym.Key.Length > 1)
                    .Select(UsageOf)
                    .OfType<AcronymUsage>(),
            ];

    private void Add(string path, Hash128 content, PaperTerms paper, int number, uint expansion)
    {
        if (!_byExpansion.TryGetValue(expansion, out var spelling))
        {
            var definition = paper.Definitions.ElementAt(number);
            spelling = new(definition.Name, definition.Expansion!, expansion, _inOrder.Count);
            _byExpansion.Add(expansion, spelling);
            _inOrder.Add(spelling);
        }
        if (spelling.Paths.Count == 0 || spelling.Paths[^1] != path)
        {
            spelling.Paths.Add(path);
        }
        spelling.Papers += _counted.Add((spelling.Name, content)) ? 1 : 0;
    }

    private static AcronymUsage? UsageOf(IEnumerable<Spelling> spellings)
    {
        // The most frequent ones first: nearly all others are variants of those, and compared with nothing else.
        var rest = spellings.OrderByDescending(spelling => spelling.Papers).ToList();
        var all = PapersOf(rest);
        var readings = new List<List<Spelling>>();
        while (rest.Count > 0)
        {
            readings.Add(TakeReading(rest));
            if (!readings.Exists(IsHalf) && PapersOf(rest) * 2 < all)
            {
                return null;
            }
        }
        var established = readings.Where(IsHalf).MinBy(FirstOf)!;
        readings.Remove(established);
        var unusual = readings.Where(reading => IsUnusual(reading, established)).ToList();
        return unusual.Count == 0
            ? null
            : new(
                established[0].Name,
                [
                    ToReading(established, isUnusual: false),
                    .. readings.OrderBy(FirstOf).Select(reading => ToReading(reading, unusual.Contains(reading))),
                ],
                [.. unusual.SelectMany(reading => reading).SelectMany(spelling => spelling.Paths).Distinct()]
            );

        bool IsHalf(List<Spelling> reading) => PapersOf(reading) * 2 >= all;
    }

    /// <summary>What more than half as many papers mean is in use beside it.</summary>
    private static bool IsUnusual(List<Spelling> reading, List<Spelling> established) =>
        PapersOf(reading) is var papers && (papers <= 1 || papers * 2 <= PapersOf(established));

    /// <summary>Takes out the first spelling with all that are variants of it, of each other, and so on.</summary>
    private static List<Spelling> TakeReading(List<Spelling> rest)
    {
        var reading = new List<Spelling> { rest[0] };
        rest.RemoveAt(0);
        for (var i = 0; i < reading.Count; i++)
        {
            var text = reading[i].Text;
            reading.AddRange(rest.Where(other => Expansions.AreVariants(text, other.Text)));
            rest.RemoveAll(reading.Contains);
        }
        return reading;
    }

    private static int PapersOf(List<Spelling> reading) => reading.Sum(spelling => spelling.Papers);

    private static int FirstOf(List<Spelling> reading) => reading.Min(spelling => spelling.Ordinal);

    private static AcronymReading ToReading(List<Spelling> spellings, bool isUnusual)
    {
        var first = spellings.MinBy(spelling => spelling.Ordinal)!;
        return new(first.Text, first.Paths[0], [.. spellings.Select(spelling => spelling.Key).Order()], isUnusual);
    }

    /// <summary>One way of writing what an acronym stands for.</summary>
    private sealed class Spelling(string name, string text, uint key, int ordinal)
    {
        public string Name { get; } = name;

        /// <summary>As it stands first.</summary>
        public string Text { get; } = text;

        public uint Key { get; } = key;

        /// <summary>How many others stand before it.</summary>
        public int Ordinal { get; } = ordinal;

        /// <summary>The documents that have it, in order.</summary>
        public List<string> Paths { get; } = [];

        /// <summary>How many different papers have it.</summary>
        public int Papers { get; set; }
    }
}
