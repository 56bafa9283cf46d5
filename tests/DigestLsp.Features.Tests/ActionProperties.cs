using System.Collections.Immutable;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Syntax;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Features.Tests;

/// <summary>Whatever digests hold: what an editor offers to do loses no paper, comes to an end, and is not offered once it is done.</summary>
public sealed class ActionProperties : IDisposable
{
    private readonly WorkspaceHistory _history = new();

    public void Dispose() => _history.Dispose();

    [Fact]
    public void Fixes_of_copies_keep_every_paper_and_whatever_else_papers_hold() =>
        Check(
            (snapshot, document) =>
            {
                foreach (
                    var action in Actions(snapshot, document)
                        .Where(action => action.Diagnostic is { Repair: null } && action.Edit is not null)
                )
                {
                    var after = Apply(snapshot, action.Edit!);
                    var removes = action.Title.Contains("remove", StringComparison.OrdinalIgnoreCase);
                    Assert.InRange(PapersOf(snapshot) - PapersOf(after), removes ? 1 : -1, removes ? 1 : 0);
                }
            }
        );

    [Fact]
    public void Copies_that_are_removed_all_at_once_are_still_there() =>
        Check(
            (snapshot, document) =>
            {
                foreach (var scope in Scopes("DG2001", document).Concat(Scopes("DG2002", document)))
                {
                    var after = Apply(snapshot, CodeActions.Compute(snapshot, scope));
                    Assert.Equal(KeysOf(snapshot), KeysOf(after));
                    Assert.Equal(LinesOf(snapshot), LinesOf(after));
                    Assert.True(CodeActions.Compute(after, scope).IsEmpty);
                }
            }
        );

    [Fact]
    public void After_a_rule_is_fixed_in_a_file_nothing_of_it_is_left_to_fix() =>
        Check(
            (snapshot, document) =>
            {
                foreach (var rule in Actions(snapshot, document).Select(action => action.Scope?.Rule).OfType<string>().Distinct())
                {
                    var scope = new FixAllScope(rule, document.Path);
                    var after = Apply(snapshot, CodeActions.Compute(snapshot, scope));
                    Assert.True(CodeActions.Compute(after, scope).IsEmpty, rule);
                    Assert.DoesNotContain(
                        Actions(after, after.GetDocument(document.Path)!),
                        action => action.Scope == scope && !CopyRemovals.Rules.Contains(rule)
                    );
                }
            }
        );

    [Fact]
    public void Repairs_never_lead_back_to_an_earlier_text() =>
        Check(
            (snapshot, document) =>
            {
                var seen = new HashSet<string>();
                var random = new Random(document.Papers.Length);
                for (var step = 0; step < 12 && seen.Add(TextOf(snapshot, document.Path)); step++)
                {
                    var repairs = Actions(snapshot, snapshot.GetDocument(document.Path)!)
                        .Where(action => action is { Diagnostic.Repair: not null, Edit: not null })
                        .ToList();
                    if (repairs.Count == 0)
                    {
                        return;
                    }
                    var chosen = repairs[random.Next(repairs.Count)];
                    snapshot = Apply(snapshot, chosen.Edit!);
                    Assert.False(seen.Contains(TextOf(snapshot, document.Path)), $"{chosen.Title}: {chosen.Diagnostic}");
                }
            }
        );

    [Fact]
    public void Layout_and_order_keep_papers_and_are_done_at_once() =>
        Check(
            (snapshot, document) =>
            {
                if (document.GetTree() is null)
                {
                    return;
                }
                Func<Document, ImmutableArray<TextChange>>[] ways =
                [
                    laid => DocumentFormatting.Of(laid, insertFinalLineEnd: false),
                    laid => DocumentFormatting.Of(laid, insertFinalLineEnd: true),
                    sorted => TitleOrder.ChangesOf(sorted.GetTree()!),
                    sorted => DateOrder.ChangesOf(sorted.GetTree()!),
                ];
                foreach (var way in ways)
                {
                    var after = Apply(snapshot, WorkspaceEdit.Of(document, way(document)));
                    Assert.Equal(ContentsOf(snapshot), ContentsOf(after));
                    Assert.Empty(way(after.GetDocument(document.Path)!));
                    var part = Apply(snapshot, WorkspaceEdit.Of(document, DocumentFormatting.OfRange(document, new(new(2, 0), new(5, 3)))));
                    Assert.Equal(ContentsOf(snapshot), ContentsOf(part));
                }
            }
        );

    [Fact]
    public void A_new_name_keeps_all_papers() =>
        Check(
            (snapshot, document) =>
            {
                if (document.GetTree() is not { Text: var text })
                {
                    return;
                }
                for (var i = 0; i < 10; i++)
                {
                    var place = text.GetLinePosition(i * text.Length / 10);
                    foreach (var name in new[] { "SandWorm", "SWO", "What Sand Does to Rivers, and Rivers to Sand" })
                    {
                        if (
                            Renaming.Prepare(snapshot, document, place) is null
                            || Renaming.Compute(snapshot, document, place, name) is not { Problem: null } renamed
                        )
                        {
                            continue;
                        }
                        var after = Apply(snapshot, renamed.Edit);
                        Assert.Equal(
                            snapshot.Documents.OrderBy(one => one.Path).Select(one => one.Papers.Length),
                            after.Documents.OrderBy(one => one.Path).Select(one => one.Papers.Length)
                        );
                    }
                }
            }
        );

    private static FixAllScope[] Scopes(string rule, Document document) => [new(rule, document.Path), new(rule, null)];

    private static ImmutableArray<CodeAction> Actions(Snapshot snapshot, Document document) =>
        document.GetTree() is { Text: var text }
            ? CodeActions.QuickFixes(snapshot, document, text.GetLinePositionSpan(new(0, text.Length)), [])
            : [];

    /// <summary>The digests after an edit, all as an editor has them.</summary>
    private static Snapshot Apply(Snapshot snapshot, WorkspaceEdit edit)
    {
        foreach (var (document, changes, _) in edit.Documents)
        {
            Assert.NotEmpty(changes.Where(change => !change.Span.IsEmpty || change.NewText.Length > 0).DefaultIfEmpty());
            var tree = document.GetTree()!.WithChanges([.. changes]);
            Assert.Equal(tree.Text.ToString(), Testing.RelativeEdit.Apply(document.GetTree()!.Text.ToString(), changes));
            snapshot = snapshot.With([Document.Open(document.Path, 1, tree)], []);
        }
        return snapshot;
    }

    private static string TextOf(Snapshot snapshot, string path) => snapshot.GetDocument(path)!.GetTree()!.Text.ToString();

    private static int PapersOf(Snapshot snapshot) => snapshot.Documents.Sum(document => document.Papers.Length);

    /// <summary>The different papers, whatever characters they are written with.</summary>
    private static SortedSet<(Hash128, Hash128)> KeysOf(Snapshot snapshot) =>
        [.. snapshot.Documents.SelectMany(document => document.Papers).Select(paper => (paper.Facts.TitleKey, paper.Facts.AbstractKey))];

    private static List<Hash128> ContentsOf(Snapshot snapshot) =>
        [.. snapshot.Documents.SelectMany(document => document.Papers).Select(paper => paper.Facts.Content).Order()];

    /// <summary>The different metadata lines, and all lines that belong to no paper.</summary>
    private static SortedSet<string> LinesOf(Snapshot snapshot) =>
        new(
            snapshot
                .Documents.Select(document => document.GetTree())
                .OfType<SyntaxTree>()
                .SelectMany(tree =>
                    tree.Root.ChildNodes()
                        .SelectMany(node =>
                            node is PaperSyntax paper ? paper.Metadata.Select(line => $"{line.Key}: {line.Value}") : [node.ToString()!]
                        )
                ),
            StringComparer.Ordinal
        );

    private void Check(Action<Snapshot, Document> check) =>
        Prop.ForAll(
                WorkspaceHistory.Any(12),
                happenings =>
                {
                    _history.Clear();
                    foreach (var happening in happenings)
                    {
                        _history.Make(happening);
                    }
                    foreach (var document in _history.Workspace.Current.Documents)
                    {
                        check(_history.Workspace.Current, document);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(WorkspaceHistory.Count));
}
