using System.Collections.Frozen;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Removing all copies at once loses no paper.</summary>
public class CopyRemovalsTests
{
    private const string Owls = $"What Owls Hear Below the Snow of a Field\n\n{Abstracts.Owls}\n";
    private const string Bells = $"The Inner Shape of Bells\n\n{Abstracts.Bells}\n";
    private const string Lakes = $"Lakes on Ice\n\n{Abstracts.Glaciers}\n";

    private static readonly FrozenSet<string> Both = CopyRemovals.Rules;

    [Fact]
    public void The_earliest_copy_stays()
    {
        var snapshot = Open(("c", $"Mar 3\n\n{Owls}\n{Bells}"), ("a", $"Mar 1\n\n{Lakes}\n{Owls}"), ("b", $"Mar 2\n\n{Owls}"));

        var plan = CopyRemovals.Plan(snapshot, static _ => true, Both);

        Assert.Equal([("/b", "Mar 2\n"), ("/c", $"Mar 3\n\n{Bells}")], Changed(plan));
        Assert.All(plan.Edit.Documents, part => Assert.Equal(["/a"], part.ReliesOn.Select(document => document.Path)));
        Assert.Equal([new FixCount("/b", "DG2001", 1), new FixCount("/c", "DG2001", 1)], plan.Counts.ToArray());
    }

    [Fact]
    public void What_is_a_copy_of_the_rules_kind_only_once_others_are_gone_is_removed_too()
    {
        // The second in b is at first a copy of the one above it.
        var snapshot = Open(("a", $"Mar 1\n\n{Owls}"), ("b", $"Mar 2\n\n{Owls}\n{Bells}\n{Owls}"));

        var plan = CopyRemovals.Plan(snapshot, static _ => true, FrozenSet.Create("DG2001"));

        Assert.Equal([("/b", $"Mar 2\n\n{Bells}")], Changed(plan));
        Assert.Equal([new FixCount("/b", "DG2001", 2)], plan.Counts.ToArray());
    }

    [Fact]
    public void Only_documents_in_scope_are_changed()
    {
        var snapshot = Open(("a", $"Mar 1\n\n{Owls}"), ("b", $"Mar 2\n\n{Owls}"), ("c", $"Mar 3\n\n{Owls}"));

        var plan = CopyRemovals.Plan(snapshot, document => document.Path == "/c", Both);

        Assert.Equal([("/c", "Mar 3\n")], Changed(plan));
    }

    [Fact]
    public void A_copy_with_metadata_of_its_own_stays()
    {
        var snapshot = Open(
            ("a", $"Mar 1\n\n{Owls}tags: birds\n"),
            ("b", $"Mar 2\n\n{Owls}note: ask Ada\n\n{Bells}"),
            ("c", $"Mar 3\n\n{Owls}tags: birds\n\n{Lakes}"),
            ("d", $"Mar 4\n\n{Owls}note: ask Ada\n")
        );

        var plan = CopyRemovals.Plan(snapshot, static _ => true, Both);

        // That of d is kept by b, which itself is no copy that could go.
        Assert.Equal([("/c", $"Mar 3\n\n{Lakes}"), ("/d", "Mar 4\n")], Changed(plan));
    }

    [Fact]
    public void Papers_that_identifiers_tell_apart_stay()
    {
        var snapshot = Open(
            ("a", $"Mar 1\n\n{Owls}"),
            ("b", $"Mar 2\n\n{Owls}arxiv: 2501.00001\n"),
            ("c", $"Mar 3\n\n{Owls}arxiv: 2501.00002\n")
        );

        Assert.Empty(Changed(CopyRemovals.Plan(snapshot, static _ => true, Both)));
    }

    [Fact]
    public void A_rule_that_is_switched_off_removes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".editorconfig", "root = true\n[c]\ndigest_diagnostic.DG2001.severity = none\n");
        var workspace = new Workspace();
        foreach (var (name, text) in new[] { ("a", $"Mar 1\n\n{Owls}"), ("b", $"Mar 2\n\n{Owls}"), ("c", $"Mar 3\n\n{Owls}") })
        {
            workspace.Open(folder.PathOf(name), 1, text);
        }

        var plan = CopyRemovals.Plan(workspace.Current, static _ => true, Both);

        Assert.Equal(["b"], plan.Edit.Documents.Select(part => Path.GetFileName(part.Document.Path)));
    }

    [Fact]
    public void A_document_that_was_never_saved_keeps_nothing_for_others()
    {
        var workspace = new Workspace();
        workspace.Open("untitled:Untitled-1", 1, $"Mar 1\n\n{Owls}");
        workspace.Open("/b", 1, $"Mar 2\n\n{Owls}");

        Assert.Empty(Changed(CopyRemovals.Plan(workspace.Current, static _ => true, Both)));
    }

    /// <summary>
    /// Whatever stands where, and whichever rules and documents are chosen: every content stands at least once with all its
    /// metadata, all other papers are as they were, files with nothing to remove are not touched, what is left has nothing that
    /// could be removed, and each file relies on files that keep what it loses.
    /// </summary>
    [Fact]
    public void Nothing_is_lost() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), CheckRandom).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_paper_that_stands_in_the_way_of_another_is_tried_again_once_that_is_gone() => CheckRandom(291725617);

    private static void CheckRandom(int seed)
    {
        var random = new Random(seed);
        var snapshot = Open([.. Enumerable.Range(0, random.Next(1, 6)).Select(i => ($"{(char)('a' + i)}", RandomDigest.Text(random)))]);
        var rules = random.Next(3) switch
        {
            0 => FrozenSet.Create("DG2001"),
            1 => FrozenSet.Create("DG2002"),
            _ => Both,
        };
        var scope = snapshot.Documents.Where(_ => random.Next(4) > 0).Select(document => document.Path).ToHashSet();

        var plan = CopyRemovals.Plan(snapshot, document => scope.Contains(document.Path), rules);

        var after = Open([.. snapshot.Documents.Select(document => (document.Path[1..], TextAfter(plan, document)))]);
        Assert.Subset(scope, plan.Edit.Documents.Select(part => part.Document.Path).ToHashSet());
        var standing = Papers(after).Select(paper => paper.Text).ToHashSet();
        Assert.All(Papers(snapshot), paper => Assert.Contains(paper.Text, standing));
        foreach (var document in snapshot.Documents)
        {
            var removed = plan.Removed.Where(place => place.Path == document.Path).Select(place => place.Paper).ToHashSet();
            Assert.Equal(
                Papers(document).Where((_, index) => !removed.Contains(index)).Select(AsOne),
                Papers(after.GetDocument(document.Path)!).Select(AsOne)
            );
            Assert.Equal(removed.Count > 0, plan.Edit.Documents.Any(part => part.Document == document));
            var keepers = plan
                .Edit.Documents.Where(part => part.Document == document)
                .SelectMany(part => part.ReliesOn.Append(document))
                .SelectMany(keeper => Papers(after.GetDocument(keeper.Path)!))
                .ToList();
            Assert.All(
                removed.Select(index => Papers(document).ElementAt(index)),
                gone =>
                    Assert.Contains(
                        keepers,
                        keeper => keeper.Text == gone.Text && gone.Metadata.All(line => keeper.Metadata.Contains(line))
                    )
            );
        }
        Assert.Empty(CopyRemovals.Plan(after, document => scope.Contains(document.Path), rules).Edit.Documents);
    }

    private static Snapshot Open(params (string Name, string Text)[] digests)
    {
        var workspace = new Workspace();
        foreach (var (name, text) in digests)
        {
            workspace.Open("/" + name, 1, text);
        }
        return workspace.Current;
    }

    private static IEnumerable<(string Path, string Text)> Changed(FixAllResult plan) =>
        plan.Edit.Documents.Select(part => (part.Document.Path, TextAfter(plan, part.Document)));

    private static string TextAfter(FixAllResult plan, Document document) =>
        document
            .GetTree()!
            .Text.WithChanges([.. plan.Edit.Documents.Where(part => part.Document == document).SelectMany(part => part.Changes)])
            .ToString();

    private static string AsOne((string Text, string[] Metadata) paper) => string.Join('\n', [paper.Text, .. paper.Metadata]);

    private static IEnumerable<(string Text, string[] Metadata)> Papers(Snapshot snapshot) => snapshot.Documents.SelectMany(Papers);

    /// <summary>Papers as they are compared: case does not matter.</summary>
    private static IEnumerable<(string Text, string[] Metadata)> Papers(Document document) =>
        document
            .GetTree()!
            .Root.Papers.Select(paper =>
                (
                    $"{paper.Title?.Text}\n{paper.Abstract?.Text}".ToLowerInvariant(),
                    paper.Metadata.Select(line => line.ToString()).ToArray()
                )
            );
}
