using DigestLsp.Parsing;
using DigestLsp.Syntax;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Whatever a digest holds: repairs of its structure come to an end, and take no paper away.</summary>
public class StructureRepairProperties
{
    [Fact]
    public void After_all_repairs_nothing_is_left_to_repair() =>
        Prop.ForAll(
                DigestGenerators.Edited(pieces: 30, edits: 0),
                digest =>
                {
                    var repaired = Repair(digest.Text, static _ => true);

                    Assert.DoesNotContain(Diagnose(repaired), finding => finding.Repair is not null);
                    Assert.Equal(repaired, Repair(repaired, static _ => true));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Safe_repairs_keep_every_character_that_may_belong_to_a_paper() =>
        Prop.ForAll(
                DigestGenerators.Edited(pieces: 30, edits: 0),
                digest =>
                {
                    var repaired = Repair(digest.Text, static finding => finding.Repair!.IsSafe);

                    Assert.Equal(TextOfPapers(digest.Text), TextOfPapers(repaired));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Repair(string text, Func<Diagnostic, bool> choose)
    {
        var (snapshot, document) = Open(text);
        return FixAll
            .Repair(snapshot, document, finding => finding.Repair is not null && IsOfStructure(finding) && choose(finding))!
            .Text.ToString();
    }

    private static IEnumerable<Diagnostic> Diagnose(string text)
    {
        var (snapshot, document) = Open(text);
        return DocumentAnalysis.Diagnose(snapshot, document).Where(IsOfStructure);
    }

    private static (Snapshot Snapshot, Document Document) Open(string text)
    {
        var snapshot = new Workspace().Open("a.digest", 1, text);
        return (snapshot, snapshot.GetDocument("a.digest")!);
    }

    private static bool IsOfStructure(Diagnostic finding) => finding.Descriptor.Id is "DG1001" or "DG1005" or "DG1006" or "DG1007";

    /// <summary>All but white space of the papers and of what may be one: all that is neither metadata nor certainly boilerplate.</summary>
    private static string TextOfPapers(string text) =>
        string.Concat(
            SyntaxTree
                .Parse(DigestLsp.Text.SourceText.From(text))
                .Root.ChildNodes()
                .SelectMany(node =>
                    node switch
                    {
                        PaperSyntax paper => $"{paper.Title?.Text}{paper.Abstract?.Text}",
                        SkippedTextSyntax skipped when !BoilerplateLines.IsBoilerplate(DigestLsp.Text.Wtf8.Encode(skipped.Text)) =>
                            skipped.Text,
                        _ => string.Empty,
                    }
                )
                .Where(character => !char.IsWhiteSpace(character) && character is not ('\u200B' or '\uFEFF'))
        );
}
