using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Workspaces.Tests;

/// <summary>In a workspace of a thousand digests, a keystroke is felt by one paper and by those that are like it.</summary>
public class ThousandFilesTests
{
    private const int Files = 1_000;
    private const int PapersPerFile = 3;
    private const int Edited = 500;

    private readonly Workspace _workspace = new();

    public ThousandFilesTests()
    {
        for (var file = 0; file < Files; file++)
        {
            _workspace.Open(PathOf(file), 1, TextOf(file));
        }
    }

    [Fact]
    public void One_document_and_the_facts_of_one_paper_are_made_anew()
    {
        var before = _workspace.Current;
        Type();
        var after = _workspace.Current;

        Assert.Equal(
            [PathOf(Edited)],
            after.Documents.Where(document => document != before.GetDocument(document.Path)).Select(document => document.Path)
        );
        var old = before
            .Documents.SelectMany(document => document.Papers)
            .Select(paper => paper.Facts)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.Equal(Files * PapersPerFile, old.Count);
        Assert.Single(after.Documents.SelectMany(document => document.Papers), paper => !old.Contains(paper.Facts));
    }

    [Fact]
    public void Only_documents_with_a_copy_of_that_paper_have_anything_new_to_say()
    {
        var before = _workspace.Current;
        Type();

        // The edited paper stands in the digest after it, too.
        Assert.Equal([PathOf(Edited), PathOf(Edited + 1)], _workspace.Current.PathsAffectedSince(before).Order());
    }

    /// <summary>A word in the second line of the abstract that this digest shares with the next one.</summary>
    private void Type()
    {
        var line = new Text.LinePosition(4, 10);
        _workspace.Change(PathOf(Edited), 2, [new(new(line, line), "x")]);
    }

    private static string PathOf(int file) => $"digest-{file:D4}";

    /// <summary>Two papers of its own, and one that the digest before or after it has as well.</summary>
    private static string TextOf(int file) =>
        $"""
            Mar 11, 2026

            The Shared Tower of Parish {file / 2}

            Parish {file / 2} lies between {file / 2 * 7} hills. {Bells}

            The Owls of Field {file}

            Field {file} has {file * 3} voles. {Owls}

            The Lakes of Valley {file}

            Valley {file} holds {file * 5} lakes. {Glaciers}

            """;
}
