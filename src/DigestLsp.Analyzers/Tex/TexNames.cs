using System.Collections.Frozen;

namespace DigestLsp.Analyzers;

/// <summary>
/// What TeX's and LaTeX's command names stand for in plain text. Symbols follow the names of Unicode mathematics
/// (<c>unicode-math</c>).
/// </summary>
internal static class TexNames
{
    private const string Greek =
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π "
        + "varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ "
        + "Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ";

    private const string Signs =
        "times × cdot ⋅ cdots ⋯ ldots … dots … pm ± mp ∓ div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ sim ∼ simeq ≃ approx ≈ "
        + "cong ≅ equiv ≡ propto ∝ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ to → rightarrow → "
        + "leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵ mapsto ↦ uparrow ↑ "
        + "downarrow ↓ updownarrow ↕ nearrow ↗ searrow ↘ hookrightarrow ↪ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ emptyset ∅ in ∈ "
        + "notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ perp ⊥ "
        + "parallel ∥ mid ∣ sum ∑ prod ∏ int ∫ oint ∮ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ angle ∠ triangle △ prime ′ dagger † ddagger ‡ top ⊤ bot ⊥ "
        + "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ checkmark ✓ degree ° deg ° ";

    private const string Letters =
        "ss ß o ø O Ø l ł L Ł aa å AA Å ae æ AE Æ oe œ OE Œ i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ S § P ¶ dag † ddag ‡ pounds £ "
        + "copyright © texttimes × textdegree ° textregistered ® texttrademark ™ textmu µ textendash – textemdash — textquoteleft ‘ "
        + "textquoteright ’ textquotedblleft “ textquotedblright ” textgreater > textless < textbar | textunderscore _ "
        + "textdollar $ texteuro € euro € textellipsis … nobreakdash - textbullet • guillemotleft « "
        + "guillemotright » ";

    /// <summary>Names that no English text holds, so that they tell a lost backslash by themselves.</summary>
    private const string Distinct =
        "varepsilon vartheta varpi varrho varsigma varphi cdot cdots ldots oplus otimes odot simeq propto leq leqslant geq geqslant neq "
        + "lesssim gtrsim rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow longleftarrow mapsto uparrow "
        + "downarrow updownarrow nearrow searrow hookrightarrow infty emptyset notin subseteq supseteq setminus langle rangle lfloor rfloor "
        + "lceil rceil";

    /// <summary>Commands that set their argument in another shape; in plain text it stands as it is.</summary>
    private const string Shapes =
        "textbf textit textsl textsc texttt textsf textrm textmd textup textnormal emph underline uline text mbox hbox fbox enquote url path "
        + "ensuremath";

    /// <summary>Commands that set what follows in their group in another shape or size.</summary>
    private const string Switches =
        "em bf it sc tt rm sf sl bfseries itshape scshape ttfamily sffamily rmfamily slshape upshape mdseries normalfont tiny scriptsize "
        + "footnotesize small normalsize large Large LARGE huge Huge";

    /// <summary>Abbreviations that conference templates define.</summary>
    private const string Abbreviations = "eg e.g. ie i.e. etc etc. etal et~al. wrt w.r.t. cf cf. vs vs. aka a.k.a. iid i.i.d. ";

    /// <summary>Commands that print nothing.</summary>
    private const string Silent =
        "xspace noindent nolinebreak allowbreak protect relax displaystyle textstyle nobreak leavevmode centering null";

    /// <summary>Words that belong to a formula only beside one that shows what it is.</summary>
    private const string Neighbours = "sim approx equiv cong circ le ge ne ll gg pm mp ell";

    /// <summary>Sizes of brackets, which print nothing by themselves.</summary>
    private const string BracketSizes = "Big big Bigg bigg Bigl Bigr bigl bigr";

    /// <summary>Functions that formulas write as words.</summary>
    private const string Functions = "log exp min max poly sin cos tan ln lim sup inf arg argmin argmax det dim deg polylog tr diag";

    private const string MathShapes =
        "mathcal mathbb mathbf mathrm mathsf mathit mathtt mathfrak mathscr boldsymbol bm operatorname widetilde widehat overline sqrt frac "
        + "tfrac dfrac binom tilde hat bar vec dot ddot mathbin mathop";

    private static readonly FrozenDictionary<string, string> AllSymbols = Pairs(Greek + Signs)
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static readonly FrozenSet<string> AllGreek = Pairs(Greek).Select(pair => pair.Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Symbols of formulas and Greek letters by their names.</summary>
    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Symbols { get; } =
        AllSymbols.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letters and signs of text by their names; behind one of letters, TeX swallows white space.</summary>
    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> TextSymbols { get; } =
        Pairs(Letters)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Greek letters.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GreekLetters { get; } =
        AllGreek.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names that no English text holds.</summary>
    public static IReadOnlyList<string> DistinctNames { get; } = Distinct.Split(' ');

    /// <summary>See <see cref="DistinctNames"/>.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DistinctSymbols { get; } = Set(Distinct);

    /// <summary>Commands whose argument is the text.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShapeCommands { get; } = Set(Shapes);

    /// <summary>Commands that change what follows.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SwitchCommands { get; } = Set(Switches);

    /// <summary>Commands of formulas that take arguments.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MathCommands { get; } = Set(MathShapes);

    /// <summary>Abbreviations by the commands for them, with ~ for a space.</summary>
    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationCommands { get; } =
        Pairs(Abbreviations)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Replace('~', ' '), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Commands that print nothing.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SilentCommands { get; } = Set(Silent);

    /// <summary>Words that belong to a formula only beside one; see <see cref="GreekLetters"/> for more.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FormulaNeighbours { get; } = Set(Neighbours);

    /// <summary>Colours, which commands of many papers are named after.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ColorNames { get; } =
        Set("red blue green teal cyan magenta orange purple violet brown gray black pink");

    /// <summary>Sizes of brackets.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BracketSizeCommands { get; } = Set(BracketSizes);

    /// <summary>Functions, which a formula may hold without anything being wrong with it.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionNames { get; } = Set(Functions);

    /// <summary>Whether a part of a name is a symbol (<c>Phi</c>) or a number and one (<c>2propto</c>).</summary>
    public static bool IsSymbol(ReadOnlySpan<char> part) =>
        part.TrimStart("0123456789") is { Length: > 1 } name && (GreekLetters.Contains(name) || DistinctSymbols.Contains(name));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        FrozenSet.Create(StringComparer.Ordinal, names.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string namesAndSymbols) =>
        namesAndSymbols.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
