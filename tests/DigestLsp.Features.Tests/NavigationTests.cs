using static DigestLsp.Features.Tests.NavigationChecks;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Features.Tests;

public class NavigationTests
{
    private const string Other = $"Mar 10\n\nLakes That Leave\n\n{Glaciers}";

    [Fact]
    public void The_definition_of_a_paper_is_its_first_place() =>
        CheckDefinition(
            ("february.digest", $"Feb 1\n\n[|What a Bell Remembers|]\n\n{Bells}"),
            ("march.digest", $"Mar 1\n\nWhat a {{|caret:|}}Bell Remembers\n\n{Bells}"),
            ("april.digest", $"Apr 1\n\nWhat a Bell Remembers\n\n{Bells}")
        );

    [Fact]
    public void A_caret_in_the_abstract_is_in_the_paper() =>
        CheckDefinition(
            ("february.digest", $"Feb 1\n\n[|What a Bell Remembers|]\n\n{Bells}"),
            ("march.digest", $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}{{|caret:|}}")
        );

    [Fact]
    public void At_the_first_place_the_definition_is_that_place() =>
        CheckDefinition(
            ("february.digest", $"Feb 1\n\n[|What a{{|caret:|}} Bell Remembers|]\n\n{Bells}"),
            ("march.digest", $"Mar 1\n\nWhat a Bell Remembers\n\n{Bells}")
        );

    [Fact]
    public void A_paper_that_stands_alone_is_its_own_definition() =>
        CheckDefinition(("march.digest", $"Mar 1\n\n[|What a Bell Remembers|]\n\n{{|caret:|}}{Bells}"), ("other.digest", Other));

    [Fact]
    public void A_paper_without_title_is_found_by_its_first_line() =>
        CheckDefinition(
            ("february.digest", $"Feb 1\n\n[|{Bells}|]"),
            ("march.digest", $"Mar 1\n\n{{|caret:|}}What a Bell Remembers\n\n{Bells}")
        );

    [Fact]
    public void References_are_all_places_in_the_order_of_digests() =>
        CheckReferences(
            ("april.digest", $"Apr 1\n\n[|What a Bell Remembers|]\n\n{Bells}"),
            ("february.digest", $"Feb 1\n\n[|What a Bell Remembers|]\n\n{Bells}\n\n[|Hearing Walls|]\n\n{Bells}"),
            ("march.digest", $"Mar 1\n\n[|What a {{|caret:|}}Bell Remembers|]\n\n{Bells}"),
            ("other.digest", Other)
        );

    [Fact]
    public void A_paper_that_stands_alone_has_one_place() =>
        CheckReferences(("march.digest", $"Mar 1\n\n[|What a Bell Remembers|]\n\n{{|caret:|}}{Bells}"), ("other.digest", Other));

    [Fact]
    public void A_cross_reference_leads_to_the_paper_that_it_names() =>
        CheckDefinition(
            ("february.digest", $"Feb 1\n\n[|What a Bell Remembers|]\n\n{Bells}"),
            ("march.digest", $"Mar 1\n\nLakes That Leave\n\n{Glaciers}\nsee: what a {{|caret:|}}bell remembers"),
            ("april.digest", $"Apr 1\n\nWhat a Bell Remembers\n\n{Bells}")
        );

    [Fact]
    public void A_cross_reference_that_names_no_paper_leads_nowhere() =>
        CheckDefinition(("march.digest", $"Mar 1\n\nLakes That Leave\n\n{Glaciers}\nsee: What a {{|caret:|}}Bell Remembers"));

    [Theory]
    [InlineData("{|caret:|}", "")]
    [InlineData("", "{|caret:|}")]
    public void Cross_references_to_a_paper_are_references_to_it(string inTitle, string inReference) =>
        CheckReferences(
            ("february.digest", $"Feb 1\n\n[|What a Bell{inTitle} Remembers|]\n\n{Bells}"),
            ("march.digest", $"Mar 1\n\nLakes That Leave\n\n{Glaciers}\nsee: [|What a {inReference}Bell Remembers|]")
        );

    [Theory]
    [InlineData("n{|caret:|}ew\n\nSubscribe\n\nMar 11\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Ma{|caret:|}r 11\n\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Mar 11\n{|caret:|}\nWhat a Bell Remembers\n\nA bell rings. We listen.")]
    [InlineData("Mar 11\n\nWhat a Bell Remembers\n\nA bell rings. We listen.\n\n{|caret:|}")]
    [InlineData("{|caret:|}")]
    public void Elsewhere_there_is_nothing_to_go_to(string digest)
    {
        CheckDefinition(("march.digest", digest));
        CheckReferences(("march.digest", digest));
    }
}
