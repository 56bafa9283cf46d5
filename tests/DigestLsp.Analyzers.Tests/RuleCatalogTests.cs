using System.Text.RegularExpressions;

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
            RuleCatalog.All.Select(rule => rule.GetType()).Append(typeof(RuleFailed)),
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

    private static string Pages { get; } = Path.Combine(RepositoryRoot(), "docs", "rules");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DigestLsp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        }
        return folder.FullName;
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
