using DigestLsp.Testing;
using static DigestLsp.Testing.Abstracts;

namespace DigestLsp.Analyzers.Tests;

/// <summary>DG3003. Broken text is made by breaking whole text, as programs do.</summary>
public class MisdecodedTextRuleTests
{
    [Theory]
    [InlineData("the owl[|’|]s ear")]
    [InlineData("[|“|]listening[|”|]")]
    [InlineData("an owl [|–|] a vole")]
    [InlineData("an owl[|—|]not a vole")]
    [InlineData("and so on[|…|] and on")]
    [InlineData("Schr[|ö|]dinger")]
    [InlineData("na[|ï|]ve")]
    [InlineData("Poincar[|é|] and Andr[|é|]")]
    [InlineData("[|Ü|]ber [|Ö|]sterreich")]
    [InlineData("[|Å|]ngstr[|ö|]m")]
    [InlineData("voil[|à|] the owl")]
    [InlineData("Z[|Ü|]RICH, ESPA[|Ñ|]A, [|É|]TUDE")]
    [InlineData("Erd[|ő|]s, [|Č|]ech, [|Ż|]ycie, B[|ą|]k, [|Š|]koda")]
    [InlineData("TNF-[|α|], the [|β|] phase, [|Δ|]T, 5 [|μ|]m, IFN[|γ|]")]
    [InlineData("20 [|°|]C, 20[|°|]C, 3 [|±|] 1, 10[|\u00A0|]kg")]
    [InlineData("[|→|] and [|≤|] and [|∈|] and [|−|]5")]
    [InlineData("CO[|₂|], 100 [|€|], Owl[|™|], [|½|]")]
    [InlineData("an owl [|😀|] laughs")]
    [InlineData("[|Сова|] is an owl, as [|日本|] is not")]
    [InlineData("Nguy[|ễ|]n V[|ă|]n")]
    [InlineData("[|مرحبا|]")]
    public void Text_that_was_read_in_the_wrong_encoding_is_read_again(string marked)
    {
        foreach (var times in (int[])[1, 2, 3])
        {
            CheckRepair(Break(marked, Encoding1252, times), MarkedText.Parse(marked).Text);
        }
        CheckRepair(Break(marked, System.Text.Encoding.Latin1, 1), MarkedText.Parse(marked).Text);
    }

    [Theory]
    [InlineData("SÃO PAULO, IRMÃ, AMANHÃ… and “MANHÃ” and IRMÃ»")]
    [InlineData("São Paulo, não, ação, coração")]
    [InlineData("âne, tâche, pâté, «pâté», în, când, Â, â")]
    [InlineData("CAFÉ», CAFÉ…, CAFÉ—BAR, CAFÉ™, É… and")]
    [InlineData("« un café » et « voilà »\u00A0: déjà\u00A0!")]
    [InlineData("5 Å, 5 Å², 3 Å–5 Å, Å³, Å…, 5Å")]
    [InlineData("Spaß“, Straße, Fuß…, Spaß’, GRÖSSE")]
    [InlineData("Øre, ÆØÅ, blåbær, Ångström")]
    [InlineData("Nguyễn Văn Đà, Phở, đường")]
    [InlineData("ĐẶNG, Łódź, Čapek, ŠKODA, Žižek")]
    [InlineData("20 °C, ±3, ½, 5 µm, ×2, 2×…")]
    [InlineData("naïve, Gödel, Erdős, Poincaré’s, Paul Erdős’")]
    [InlineData("α-helix, Δ, Сова, 日本, עברית, مرحبا")]
    [InlineData("the letter “Ã” and the letter ‘Ä’")]
    [InlineData("ANDRÉ¹ and RENÉ†")]
    [InlineData("😀 and 🦉")]
    public void Letters_that_are_right_are_left_alone(string text) => CheckRepair(text, text);

    [Fact]
    public void What_was_lost_is_not_made_up()
    {
        var findings = CheckRepair("the owl don{|DG3003:\uFFFD|}t hear {|DG3003:\uFFFD\uFFFD\uFFFD|} or {|DG3003:ï¿½|}", null);
        Assert.All(findings, finding => Assert.Null(finding.Repair));
        Assert.Equal("The characters that stood here were lost when this text was decoded", findings[0].Message);
    }

    [Fact]
    public void Windows_1252_read_as_Latin_1_is_read_again() =>
        CheckRepair("the owl{|DG3003:\u0092|}s {|DG3003:\u0093|}ear{|DG3003:\u0094|} {|DG3003:\u0096|} both", "the owl’s “ear” – both");

    [Fact]
    public void A_message_shows_what_it_was()
    {
        var finding = Assert.Single(CheckRepair("Schr{|DG3003:Ã¶|}dinger", "Schrödinger"));
        Assert.Equal("‘Ã¶’ was ‘ö’ before the text was decoded wrongly", finding.Message);
        Assert.Equal("Decode as ‘ö’", finding.Repair!.Title);
    }

    [Fact]
    public void A_title_is_read_too() =>
        RuleChecks.CheckRepair($"Mar 11\n\nListening for V{{|DG3003:Ã¶|}}les\n\n{Owls}", $"Mar 11\n\nListening for Völes\n\n{Owls}");

    private static readonly System.Text.Encoding Encoding1252 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Breaks the marked stretches of a text and marks what they became.</summary>
    private static string Break(string marked, System.Text.Encoding wrong, int times)
    {
        var whole = MarkedText.Parse(marked);
        var broken = new System.Text.StringBuilder();
        var position = 0;
        foreach (var (_, span) in whole.Spans)
        {
            var stretch = whole.Text.Substring(span.Start, span.Length);
            for (var i = 0; i < times; i++)
            {
                stretch = wrong.GetString(System.Text.Encoding.UTF8.GetBytes(stretch));
            }
            broken.Append(whole.Text, position, span.Start - position).Append("{|DG3003:").Append(stretch).Append("|}");
            position = span.End;
        }
        return broken.Append(whole.Text, position, whole.Text.Length - position).ToString();
    }

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> CheckRepair(string marked, string? repaired) =>
        RuleChecks.CheckRepair(
            $"Mar 11\n\nListening for Voles\n\n{Owls} {marked}.",
            $"Mar 11\n\nListening for Voles\n\n{Owls} {repaired ?? MarkedText.Parse(marked).Text}."
        );
}
