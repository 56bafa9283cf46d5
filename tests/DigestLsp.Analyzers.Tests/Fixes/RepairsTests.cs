using System.Collections.Frozen;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Mending many findings at once.</summary>
public class RepairsTests
{
    /// <summary>
    /// Whatever stands where: once all findings of some rules, or all that are safe to mend, are mended, none is left that could
    /// be; the changes make just that of the files; and no file is touched in which nothing was counted.
    /// </summary>
    [Fact]
    public void Nothing_is_left_to_mend() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), CheckRandom).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void CheckRandom(int seed)
    {
        var random = new Random(seed);
        var workspace = new Workspace();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            workspace.Open($"/2026-03-0{i}.digest", 1, RandomDigest.Text(random));
        }
        var snapshot = workspace.Current;
        var all = RuleCatalog.Descriptors.Select(rule => rule.Id).ToArray();
        var rules = random.Next(3) switch
        {
            0 => null,
            1 => all.ToFrozenSet(),
            _ => FrozenSet.Create(all[random.Next(all.Length)], all[random.Next(all.Length)]),
        };

        var plan = Repairs.Plan(snapshot, static _ => true, rules);

        foreach (var document in snapshot.Documents)
        {
            var after = plan.After.GetDocument(document.Path)!;
            foreach (var left in DocumentAnalysis.Diagnose(plan.After, after))
            {
                Assert.False(Repairs.IsChosen(left, rules), left.Message);
                Assert.True(rules is null || Repairs.ForAll(plan.After, after, left, rules) is null, left.Message);
            }
            var part = plan.Edit.Documents.SingleOrDefault(part => part.Document == document);
            Assert.Equal(after.GetTree()!.Text.ToString(), document.GetTree()!.Text.WithChanges([.. part?.Changes ?? []]).ToString());
            Assert.Equal(part is not null, plan.Counts.Any(count => count.Path == document.Path));
        }
        Assert.Empty(Repairs.Plan(plan.After, static _ => true, rules).Edit.Documents);
    }
}
