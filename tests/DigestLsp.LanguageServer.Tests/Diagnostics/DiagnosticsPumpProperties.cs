using System.Text.Json;
using DigestLsp.Analyzers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Computing only what a change touches must not be seen in what is shown.</summary>
public sealed class DiagnosticsPumpProperties
{
    /// <summary>Papers that are copies of each other in every way, and a date and a line that move them.</summary>
    private static readonly string[] Blocks =
    [
        Papers.Kites,
        Papers.Kites.Replace("Steering", "Holding"),
        Papers.Kites.Replace("it works at night", "it works at dawn"),
        Papers.Cut(Papers.Kites),
        Papers.KitesTitle + "\n",
        Papers.Bread,
        Papers.BreadTitle + "\n\n" + Papers.Moths.Split("\n\n")[1],
        Papers.Moths,
        "Lamps\nsee: " + Papers.KitesTitle[..^1] + "\nsee: " + Papers.BreadTitle + "\n\n" + Papers.Moths.Split("\n\n")[1],
        Papers.KitesTitle + "x\n",
        "Jan 9\n",
        "Dec 9\n",
        "\n",
    ];

    [Fact]
    public void After_any_edits_what_is_shown_is_what_a_fresh_analysis_finds()
    {
        var edit =
            from document in Gen.Choose(0, 3)
            from index in Gen.Choose(0, 4)
            from block in Gen.Choose(-1, Blocks.Length - 1)
            from looked in Gen.Elements(true, false)
            select (document, index, block, looked);
        Prop.ForAll(edit.ListOf().ToArbitrary(), edits => Check(edits)).QuickCheckThrowOnFailure();
    }

    private static void Check(IEnumerable<(int Document, int Index, int Block, bool Looked)> edits)
    {
        var workspace = new PumpedWorkspace();
        var texts = Enumerable.Range(0, 4).Select(i => new List<string> { $"Mar {i + 1}\n", Papers.Kites }).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            workspace.Open(PathOf(i), TextOf(texts[i]));
        }
        foreach (var (document, index, block, looked) in edits)
        {
            var before = TextOf(texts[document]);
            var blocks = texts[document];
            if (block >= 0)
            {
                blocks.Insert(Math.Min(index, blocks.Count), Blocks[block]);
            }
            else if (index < blocks.Count)
            {
                blocks.RemoveAt(index);
            }
            TypeDifference(workspace, PathOf(document), before, TextOf(blocks));
            if (looked)
            {
                CheckShown(workspace);
            }
        }
    }

    private static void CheckShown(PumpedWorkspace workspace)
    {
        workspace.Serve();
        workspace.Time.Advance(TypingSessions.Rest);
        workspace.Serve();
        foreach (var document in workspace.Workspace.Current.Documents)
        {
            var fresh = DocumentAnalysis.Diagnose(workspace.Workspace.Current, document);
            Assert.Equal(JsonSerializer.Serialize(fresh), JsonSerializer.Serialize(workspace.Shown(document.Path)));
        }
    }

    /// <summary>Types only where the texts differ, as an editor does.</summary>
    private static void TypeDifference(PumpedWorkspace workspace, string path, string before, string after)
    {
        var prefix = before.AsSpan().CommonPrefixLength(after);
        var most = Math.Min(before.Length, after.Length) - prefix;
        var suffix = 0;
        while (suffix < most && before[^(suffix + 1)] == after[^(suffix + 1)])
        {
            suffix++;
        }
        workspace.Type(path, prefix, before.Length - prefix - suffix, after[prefix..^suffix]);
    }

    private static string PathOf(int document) => $"/{document}.digest";

    private static string TextOf(List<string> blocks) => string.Join('\n', blocks);
}
