using DigestLsp.Text;

namespace DigestLsp.Syntax.Tests.Parsing;

/// <summary>What an edit may allocate. Bytes are the same at every run, unlike times.</summary>
public class EditCostTests
{
    private const int LargeObject = 85_000;

    private static readonly SyntaxTree Digest = SyntaxTree.Parse(
        SourceText.From(
            string.Concat(
                Enumerable
                    .Range(1, 5_000)
                    .Select(i => $"Rivers of Sand, Part {i}\n\n{DigestCheck.LongAbstract} {DigestCheck.LongAbstract}\n\n")
            )
        )
    );

    [Fact]
    public void Typing_a_letter_allocates_at_most_four_kilobytes()
    {
        var random = new Random(1);
        var tree = Digest;
        var allocated = new List<long>();
        for (var i = 0; i < 2_000; i++)
        {
            var text = tree.Root.GetPaper(random.Next(tree.PaperCount)).Abstract!.Span;
            var position = text.Start + 1 + random.Next(text.Length - 1);
            allocated.Add(Allocated(ref tree, new(new(position, 0), "x")));
            allocated.Add(Allocated(ref tree, new(new(position, 1), "")));
        }
        // A full collection, which other tests may cause, takes pooled buffers away: then one edit in many makes a new one.
        allocated.Sort();
        Assert.InRange(allocated[allocated.Count * 99 / 100], 1, 4_096);
    }

    [Fact]
    public void No_small_edit_allocates_a_large_object()
    {
        var random = new Random(1);
        var tree = Digest;
        for (var i = 0; i < 20_000; i++)
        {
            var removed = random.Next(3);
            var position = random.Next(tree.Text.Length - removed);
            var inserted = random.Next(5) switch
            {
                0 => "\n",
                1 => "\n\n",
                2 => "🏞",
                _ => "x",
            };
            Assert.InRange(Allocated(ref tree, new(new(position, removed), inserted)), 0, LargeObject - 1);
        }
    }

    private static long Allocated(ref SyntaxTree tree, TextChange change)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        tree = tree.WithChanges(change);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
