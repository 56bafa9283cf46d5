using System.Text.RegularExpressions;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>Rules, their pages and their tests belong together.</summary>
public partial class RuleCatalogTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.Descriptors.Select(rule => rule.Id)];

    [Fact]
    public void Rules_are_listed_once_and_by_id()
    {
        var ids = RuleCatalog.Descriptors.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Every_rule_of_the_assembly_is_listed() =>
        Assert.Equal(
            typeof(IRule)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRule)))
                .Order(ByName),
            RuleCatalog.All.Select(rule => rule.GetType()).Order(ByName)
        );

    [Fact]
    public void Every_rule_has_a_class_of_tests() =>
        Assert.All(
            RuleCatalog.All.Select(rule => rule.GetType()).Append(typeof(RuleFailed)).Append(typeof(UnreadableFile)),
            rule => Assert.True(GetType().Assembly.GetType($"{GetType().Namespace}.{rule.Name}Tests") is not null, $"no {rule.Name}Tests")
        );

    [Fact]
    public void Every_page_has_a_rule() =>
        Assert.Equal(
            RuleCatalog.Descriptors.Select(rule => rule.Id),
            Directory.GetFiles(Pages, "DG*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_tells_what_why_and_how(string id)
    {
        var rule = RuleCatalog.Descriptors.Single(rule => rule.Id == id);
        var page = File.ReadAllText(Path.Combine(Pages, "..", rule.DocumentationPage));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"\nDefault severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}.", page, StringComparison.Ordinal);
        Assert.Equal(
            id == RuleFailed.Descriptor.Id ? ["Why", "What to do", "Configure"] : ["Why", "Example", "Configure"],
            Headings().Matches(page).Select(match => match.Groups[1].Value)
        );
        Assert.Contains($"digest_diagnostic.{id}.severity = ", page, StringComparison.Ordinal);
    }

    /// <summary>That a rule which is not said to repair does not, every test of a rule asks (<see cref="RuleChecks"/>).</summary>
    [Fact]
    public void A_rule_that_is_said_to_repair_does()
    {
        const string Title = "Listening for Voles Under Snow\n\n";
        string[] samples =
        [
            $"Mar 11\n\n{Title}{Owls}\n\nSubscribe\n\nThe Inner Shape of Bells\n\n{Bells}\n",
            $"Mar 11\n\n{Title}{Owls.Replace(". A small", ".\nA small")}\n",
            $"Mar 11\n\n{Title.Trim()}\n{Owls}\n",
            $"Mar 11\n\n{Title.Trim()}\narxvi: 2401.00001\n\n{Owls}\n",
            $"Mar 11\n\n{Title}{Owls} \n",
            $"Mar 11\n\n{Title}Abstract: {Owls}\n",
            $"Mar 11\n\n{Title}{Owls.Replace("cannot", "canâ€™t")}\n",
            $"Mar 11\n\n{Title}{Owls.Replace("and ask", "&amp; ask")}\n",
            $"Mar 11\n\n{Title}{Owls.Replace("field", "\\emph{field}")}\n",
            $"Mar 11\n\n{Title}{Owls.Replace("alone. We", "alone.We")}\n",
            $"Mar 11\n\n{Title}{Owls.Replace("nights,", "nights ,")}\n",
            $"Mar 11\n\n{Title}{Owls.Replace("by ear", "by by ear")}\n",
            $"Mar 11\n\n{Title}{Owls[..^1]}\n",
            $"Mar 11\n\n{Title}{Owls} Code is at https://example.org/owls}}.\n",
            $"Mar 11\n\n{Title.Trim()}.\n\n{Owls}\n",
        ];
        var workspace = new Workspace();
        var repaired = samples
            .Select(
                (sample, i) =>
                {
                    var path = RuleChecks.PathOf($"{i}.digest");
                    var snapshot = workspace.Open(path, 1, sample);
                    return DocumentAnalysis.DiagnoseOwn(snapshot.Configuration, snapshot.GetDocument(path)!);
                }
            )
            .SelectMany(found => found)
            .Where(finding => finding.Repair is not null)
            .Select(finding => finding.Descriptor.Id);

        // What files of configuration are told has checks of its own.
        Assert.Equal(
            RuleCatalog.All.Where(rule => rule is not IConfigurationRule && rule.Descriptor.HasRepair).Select(rule => rule.Descriptor.Id),
            repaired.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_table_of_rules_names_each(string id)
    {
        var rule = RuleCatalog.Descriptors.Single(rule => rule.Id == id);
        var table = File.ReadAllText(Path.Combine(Pages, "README.md"));

        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |\n",
            table,
            StringComparison.Ordinal
        );
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create(
        static (left, right) => string.CompareOrdinal(left.FullName, right.FullName)
    );

    private static string Pages { get; } = Checkout.PathOf("docs", "rules");

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
