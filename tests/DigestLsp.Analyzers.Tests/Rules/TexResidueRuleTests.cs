using System.Collections.Immutable;
using DigestLsp.Testing;
using DigestLsp.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3005.</summary>
public class TexResidueRuleTests
{
    [Theory]
    [InlineData(@"in 76.9[|\%|] of fields", "in 76.9% of fields")]
    [InlineData(@"R[|\&|]D for [|\#|]1 at [|\$|]5, owl[|\_|]finder", "R&D for #1 at $5, owl_finder")]
    [InlineData(@"see https://owls.org/a[|\_|]b.", "see https://owls.org/a_b.")]
    [InlineData(@"e.g.[|\|] owls and 10[|\,|]000 voles", "e.g. owls and 10 000 voles")]
    [InlineData(@"one line[|\\|] and another", "one line and another")]
    [InlineData(@"the owl[|\'|]s ear and [|\""|]open[|\""|] fields", "the owl's ear and \"open\" fields")]
    public void Escapes_become_what_they_escape(string marked, string repaired) => Check(marked, repaired);

    [Theory]
    [InlineData(@"Schr[|\""o|]dinger and Fr[|\""{o}|]hlich", "Schrödinger and Fröhlich")]
    [InlineData(@"B[|\'e|]zier, B[|{\'e}|]zier and [|\'E|]tude", "Bézier, Bézier and Étude")]
    [InlineData(@"na[|\""\i |]ve, na[|\""{\i}|]ve and na[|{\""\i}|]ve", "naïve, naïve and naïve")]
    [InlineData(
        @"Fran[|\c{c}|]ois, Fran[|\c c|]ois, Ko[|\v{s}|]ice, Erd[|\H{o}|]s, Nicolescu[|\u{\i}|]",
        "François, François, Košice, Erdős, Nicolescuĭ"
    )]
    [InlineData(@"Stra[|\ss |]e, Polyak-[|\L |]ojasiewicz, Wei[|{\ss}|], [|\O{}|]rsted", "Straße, Polyak-Łojasiewicz, Weiß, Ørsted")]
    public void Accents_become_letters(string marked, string repaired) => Check(marked, repaired);

    [Fact]
    public void An_accent_that_may_be_an_apostrophe_is_left_to_the_reader() =>
        Check(@"Moln[|\'|] ar, the owls[|\'|] ears, Kubi[|\'|]s and Anna[|\'|]s", null);

    [Fact]
    public void Behind_an_accent_it_may_be_one_too() =>
        Assert.Equal([true, false, true], Find(@"{\L}o\'s heard GPT-5o\'s owl").Select(finding => finding.Repair is not null));

    [Theory]
    [InlineData("Fig.[|~|]3, Smith[|~|]et al., Stage[|~|]I, 8[|~|]ms, 1)[|~|]a field", "Fig. 3, Smith et al., Stage I, 8 ms, 1) a field")]
    [InlineData("at [|~|]https://owls.org, or at[|~|]https://voles.org", "at https://owls.org, or at https://voles.org")]
    public void Ties_become_spaces(string marked, string repaired) => Check(marked, repaired);

    [Theory]
    [InlineData("about ~5 owls, ~60%, (~7), 5~7, 5%~7%, -~5")]
    [InlineData("x~y, X ~ N(0, 1), https://owls.org/~anna, ~~struck~~")]
    public void An_approximate_number_and_a_relation_are_no_ties(string text) => Check(text, null);

    [Theory]
    [InlineData("an [|``owl''|] and [|``a vole\"|]", "an “owl” and “a vole”")]
    [InlineData("an [|''owl''|] and a [|`vole'|]", "an “owl” and a ‘vole’")]
    [InlineData("the [|`owl's ear'|], [|``the [|`inner'|] ear''|]", "the ‘owl's ear’, “the ‘inner’ ear”")]
    [InlineData("an [|``|]owl that nobody closed", "an “owl that nobody closed")]
    [InlineData(@"[|``[|\emph{owls}|] and $x$''|]", "“owls and $x$”")]
    public void Quotation_marks_become_round(string marked, string repaired) => Check(marked, repaired);

    [Theory]
    [InlineData("5'' and f''(x), 'owls', O`Hara, `max_depth`, ```fit```")]
    [InlineData("the owls' ears and \"voles\"")]
    public void Other_marks_are_no_quotation_marks_of_TeX(string text) => Check(text, null);

    [Theory]
    [InlineData("owls[|---|]and voles [|---|] listen", "owls—and voles — listen")]
    [InlineData(
        "pages 3[|--|]5 of Bose[|--|]Einstein, 1.5[|--|]2.5, 5%[|--|]7%, 2×[|--|]3×",
        "pages 3–5 of Bose–Einstein, 1.5–2.5, 5%–7%, 2×–3×"
    )]
    public void Dashes_become_dashes(string marked, string repaired) => Check(marked, repaired);

    [Theory]
    [InlineData("owls -- and voles--too -- listen, with --verbose, a ---- line, |---|")]
    public void Two_hyphens_are_how_plain_text_writes_a_dash(string text) => Check(text, null);

    [Theory]
    [InlineData(@"a [|\textbf{large}|] and [|\emph{small}|] owl", "a large and small owl")]
    [InlineData(@"a [|{\em large}|] and [|{\bf small}|] owl, [|{bf Owl-Net}|]", "a large and small owl, Owl-Net")]
    [InlineData(@"[|\textbf{\emph{a \""o {\it b}}}|]", "a ö b")]
    [InlineData(@"at [|{\small \url{ https://owls.org/a_b}}|], and [|\textcolor{red}{red}|]", "at https://owls.org/a_b, and red")]
    [InlineData("[|texttt{D}|]ual-[|texttt{H}|]ead with [|teal{tools}|]", "Dual-Head with tools")]
    [InlineData("[|{S}|]ignal, brea[|{K}|]ing, [|{OwlNet}|], 9[|{,}|]600, N[|{=}|]4", "Signal, breaKing, OwlNet, 9,600, N=4")]
    [InlineData("between [|{owl collapse}|] and [|{vole growth}|] in [|{W}|]-space", "between owl collapse and vole growth in W-space")]
    [InlineData(@"[|\eg|], owls [|\etal.|] and [|\textgreater{}|] 5, [|\noindent |]too", "e.g., owls et al. and > 5, too")]
    public void Commands_around_text_go(string marked, string repaired) => Check(marked, repaired);

    [Theory]
    [InlineData(@"We propose [|\ours|], or [|\method{}|], of [|\cite{owls, voles}|] and Lemma [|\ref{a}|]")]
    [InlineData(@"a[|\footnote{Code is public.}|], [|\href{https://owls.org}{here}|], [|softred{OWLS}|] and [|~\cite[p. 3]{owls}|]")]
    [InlineData(@"in [|\mathcal{O}|](n) and [|\R|], [|\begin{equation}|], a [|\textbf|] b")]
    [InlineData(@"[|\emph{our \ours}|]")]
    public void Commands_without_a_reading_are_left_to_the_reader(string marked) => Check(marked, null);

    [Theory]
    [InlineData(@"C:\owls\new, \d+, \w{2}, \n, and\or, w\o, data\owls\2026, \\server\owls")]
    [InlineData(
        "{0,1}, {a, b}, {\"a\": 1}, write {name} here, = {owls of a field}, <a> {last answer} </a>, https://owls.org{this https URL}"
    )]
    [InlineData("The prompt: {question of the owl} Listen, and \"{last answer} again\", for words {Wi}, any {c(n)} and {Mo72Fe30}")]
    [InlineData("alpha_schedule, snake_case, train_owl.py, x_i, C_1, log_2, O(n^2), x^2, 256^3, L^2-norm, km^2, Owl-3")]
    [InlineData("sim2real, similar, sometimes, 3 times, timesteps, left(ish) and right, alpha and Omega-3")]
    public void Code_sets_and_plain_formulas_are_fine(string text) => Check(text, null);

    [Theory]
    [InlineData(@"$x$, $\alpha_{i}$, $$\mathcal{O}(n)$$, \(B_{ex}\), \[\frac{1}{2}\], LLM$\times$Owl")]
    [InlineData("$5.2K and $3 million, US$5")]
    public void Formulas_between_their_delimiters_and_money_are_fine(string text) => Check(text, null);

    [Theory]
    [InlineData("of order [|mathcal{O} Big( d sqrt{T}{(1-rho)^{3/2}} Big)|], where")]
    [InlineData("when [|B_{ex} = O(T^{2/3})|], it becomes [|Theta(T/B_{mathrm{ex}})|], which")]
    [InlineData("a form of [|Q^{star}|]-learning, and [|Var^star|] is")]
    [InlineData("baseline of [|mathcal{O}(mathcal{C_{Phi circ Psi}/n})|] achieved")]
    [InlineData("we propose [|ReST^EM|] in time [|2^{nk}|]")]
    [InlineData("the operator [|D_{p}u_{i}|] of owls")]
    [InlineData("a ratio of [|text{vole length}|]{3}")]
    [InlineData("as [|x_{i j} sup inf le|] log y, [|C_{i j}|] times larger, [|rho <= x_{i j} pm sigma|]")]
    public void A_formula_without_its_dollars_is_one_finding(string marked) => Check(marked, null);

    [Theory]
    [InlineData(
        "[|40times|] faster, [|64times|]64 owls, [|80%sim95%|], [|sim70|]K and 16[|{times}|]",
        "40× faster, 64×64 owls, 80%∼95%, ∼70K and 16×"
    )]
    [InlineData("[|MedS^3|], [|T^2|]PO, [|chi^2|], [|pi_0|], [|10^{-3}|], [|DR^{3}|]-Eval", "MedS³, T²PO, χ², π₀, 10⁻³, DR³-Eval")]
    [InlineData("[|B_{ex}|], [|M_{24}|], [|π_{0.5}|], [|C_Phi|], [|MP_{+}|], [|^{40}|]Ca", "B_ex, M₂₄, π_0.5, C_Φ, MP₊, ⁴⁰Ca")]
    [InlineData(
        @"a [|360^circ|] view, 90[|{\deg}|], [|\alpha|]-stable, PATIENT-[|{\Psi}|], p[|\approx|]1",
        "a 360° view, 90°, α-stable, PATIENT-Ψ, p≈1"
    )]
    [InlineData(
        "one [|rightarrow|] two, O([|varepsilon|]), [|deltageq|] 1, m [|gg|] n, [|Omega|](n)",
        "one → two, O(ε), δ≥ 1, m ≫ n, Ω(n)"
    )]
    [InlineData(@"n^2[|\log|] n, [|\mathbb{R}|]^d, [|Omega left( mK + M right)|]", "n^2 log n, ℝ^d, Ω ( mK + M )")]
    public void A_formula_with_one_reading_is_repaired(string marked, string repaired) => Check(marked, repaired);

    [Fact]
    public void It_says_what_is_left_and_why_that_is_wrong()
    {
        Assert.Equal(
            [
                @"‘\%’ is how TeX writes ‘%’; readers see it as it stands",
                @"‘\""o’ is how TeX writes ‘ö’; readers see it as it stands",
                "‘~’ is how TeX writes a space; readers see it as it stands",
                @"‘\ours’ is a command of TeX; readers see it as it stands",
                "‘V^{star}’ is left of a formula that lost its dollars or backslashes",
                "The braces of ‘{OwlNet}’ are left of TeX and mean nothing to readers",
                "These are quotation marks as TeX writes them; readers see them as they stand",
            ],
            Find(@"5\% of Schr\""odinger, Fig.~3, \ours and V^{star}: {OwlNet} ``owls''").Select(finding => finding.Message)
        );
        var repair = Find(@"Schr\""odinger")[0].Repair!;
        Assert.Equal((@"Replace ‘\""o’ by ‘ö’", true), (repair.Title, repair.IsSafe));
        Assert.Equal(@"‘\-’ is a command of TeX; readers see it as it stands", Find(@"su\-per")[0].Message);
        Assert.Equal(@"Remove ‘\xspace’", Find(@"owl\xspace s")[0].Repair!.Title);
    }

    [Fact]
    public void In_a_digest_it_is_found_over_line_breaks()
    {
        RuleChecks.CheckRepair(
            """
            Mar 11

            Listening for {|DG3005:\emph{Voles}|}

            Barn owls find voles under {|DG3005:``snow
            and ice''|} by ear alone, as Schr{|DG3005:\"o|}dinger said. We place four microphones at the corners of a field and ask how much.
            """.Replace("``snow\n", "``snow "),
            """
            Mar 11

            Listening for Voles

            Barn owls find voles under “snow
            and ice” by ear alone, as Schrödinger said. We place four microphones at the corners of a field and ask how much.
            """.Replace("“snow\n", "“snow ")
        );
        Check("an [|``owl\nand its voles''|]", "an “owl\nand its voles”");
    }

    [Fact]
    public void A_sign_that_can_stand_for_itself_only_has_no_repair() => Assert.Equal("ß^2,40", RepairAll("ß^2,40"));

    [Fact]
    public void Any_text_is_repaired_to_a_point_where_nothing_is_left() =>
        Prop.ForAll(
                Gen.Elements(Pieces).ListOf().Select(string.Concat).Where(text => text.Length > 0).ToArbitrary(),
                static text =>
                {
                    RepairAll(text);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("\\")]
    [InlineData("\\\\ ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData("$")]
    [InlineData("$ ")]
    [InlineData("a_{")]
    [InlineData("a^{b}")]
    [InlineData("`")]
    [InlineData("`a ")]
    [InlineData("``a ")]
    [InlineData("''a ")]
    [InlineData("~")]
    [InlineData("a~")]
    [InlineData("-")]
    [InlineData("\\emph{")]
    [InlineData("\\a[")]
    [InlineData("\\\"a")]
    [InlineData("\\'{")]
    [InlineData("left(")]
    [InlineData("infty")]
    [InlineData("alpha")]
    [InlineData("0times")]
    [InlineData("sim0")]
    [InlineData(" gg ")]
    [InlineData("a{")]
    [InlineData("a{b}")]
    [InlineData("{a}")]
    [InlineData("_{a} rho ")]
    [InlineData("rho ")]
    [InlineData("Theta(")]
    public void Hostile_text_takes_linear_time(string piece)
    {
        const int Length = 1 << 20;
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        foreach (var hostile in new[] { text, text + string.Concat(Enumerable.Repeat("}", Length / piece.Length)) })
        {
            var scanner = new TexScanner(hostile);
            var group = new TexGroup(hostile);
            while (scanner.MoveNext())
            {
                if (group.IsOpen)
                {
                    scanner.Connects(group.Reach, scanner.Current.Span.Start);
                }
                group.Open(scanner.Current);
                scanner.CloseBrackets(group.Start, scanner.Current.Span.End);
            }
            scanner.Dispose();

            Assert.InRange(scanner.Steps, 0, 100L * hostile.Length);
        }
    }

    private static readonly string[] Pieces =
    [
        "\\",
        "{",
        "}",
        "\\emph{",
        "\\textbf",
        "\\\"o",
        "\\'",
        "\\ours",
        "\\alpha",
        "\\ss ",
        "\\%",
        "\\_",
        "\\,",
        "~",
        "``",
        "''",
        "`",
        "'",
        "\"",
        "--",
        "---",
        "$",
        "^",
        "_",
        "^{",
        "_{ex}",
        "^2",
        "^{2}",
        "star",
        "circ",
        "chi",
        "40times",
        "%sim",
        "95",
        "infty",
        "mathcal{",
        "texttt{",
        "{\\em ",
        "{bf ",
        "Big(",
        "left(",
        "right)",
        "Theta(",
        "(",
        ")",
        " ",
        "  ",
        ".",
        ",",
        "=",
        "a",
        "M",
        "owl",
        "Owl",
        "rho",
        " le ",
        " sup ",
        " log ",
        " gg ",
        "\n",
        "https://a.b/c",
        "max_len",
        "é",
        "\uD83E",
    ];

    /// <summary>Checks what is found in a text, and how it reads when all is repaired; null where nothing is.</summary>
    private static void Check(string marked, string? repaired)
    {
        var expected = MarkedText.Parse(marked);
        var found = Find(expected.Text);

        Assert.Equal(marked, MarkedText.Format(expected.Text, found.Select(finding => new MarkedSpan(string.Empty, finding.Span))));
        Assert.Equal(repaired is null, found.All(finding => finding.Repair is null));
        if (repaired is not null)
        {
            Assert.All(found, finding => Assert.NotNull(finding.Repair));
            Assert.Equal(repaired, RepairAll(expected.Text));
            Assert.Empty(Find(repaired));
        }
    }

    /// <summary>Repairs until nothing is left to repair, as <see cref="FixAll"/> does, and checks each repair.</summary>
    private static string RepairAll(string text)
    {
        for (var round = 0; ; round++)
        {
            var repairs = Find(text)
                .Where(finding => finding.Repair is not null)
                .OrderBy(finding => finding.Repair!.Changes[0].Span)
                .ToList();
            if (repairs.Count == 0)
            {
                return text;
            }
            Assert.InRange(round, 0, FixAll.MaxRounds - 1);
            var changes = ImmutableArray.CreateBuilder<TextChange>();
            foreach (var finding in repairs)
            {
                var end = finding.Span.Start;
                foreach (var change in finding.Repair!.Changes)
                {
                    Assert.InRange(change.Span.Start, end, finding.Span.End);
                    end = change.Span.End;
                    Assert.InRange(end, change.Span.Start, finding.Span.End);
                }
                if (changes.Count == 0 || finding.Repair.Changes[0].Span.Start > changes[^1].Span.End)
                {
                    changes.AddRange(finding.Repair.Changes);
                }
            }
            for (var i = changes.Count - 1; i >= 0; i--)
            {
                text = text.Remove(changes[i].Span.Start, changes[i].Span.Length).Insert(changes[i].Span.Start, changes[i].NewText);
            }
        }
    }

    private static ImmutableArray<Finding> Find(string text)
    {
        var rule = new TexResidueRule();
        var found = ImmutableArray.CreateBuilder<Finding>();
        rule.Analyze(
            new(text, ProseKind.Paragraph, isFirst: true, isLast: true),
            (span, message, repair) => found.Add(new(rule.Descriptor, span, message, [], repair))
        );
        return [.. found.OrderBy(finding => finding.Span.Start).ThenByDescending(finding => finding.Span.Length)];
    }
}
