using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests;

public class FoldedTextTests
{
    [Theory]
    [InlineData("Tides, and  “Currents” — again!", "tides and currents again")]
    [InlineData("ﬁne STRAẞE Ｗｉｄｅ 𝐁𝐨𝐥𝐝", "fine strasse wide bold")]
    [InlineData("Schrödinger, Schr\\\"odinger, Schr\\\"{o}dinger", "schrodinger schrodinger schrodinger")]
    [InlineData("na\\\"\\ive caf\\'e", "naive cafe")]
    [InlineData("$\\lambda$-calculus and λ-calculus", "lambda calculus and lambda calculus")]
    [InlineData("\\textbf{bold} \\emph{thing} $\\mathcal{O}(n)$", "bold thing o n")]
    [InlineData("<b>bold</b> <br/> H<sub>2</sub>O a<b", "bold h 2 o a b")]
    [InlineData("R&amp;D caf&eacute; &#8220;quoted&#8221; AT&T a & b;", "r d cafe quoted at t a b")]
    [InlineData("C++ C# A+ x+y", "c++ c# a+ x y")]
    [InlineData("1.5 percent, v2.0. 3,000", "1.5 percent v2.0 3 000")]
    [InlineData("10² cells, x², ½", "10 2 cells x 2 1 2")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth e\u0301tude", "softhyphen zerowidth etude")]
    [InlineData("潮汐表", "潮 汐 表")]
    [InlineData("Прилив ДВА", "прилив два")]
    [InlineData("see https://example.org/a_b?c=1", "see https example org a b c 1")]
    [InlineData("😀 ™ © …", "")]
    [InlineData("", "")]
    public void Keeps_what_counts_of_a_text(string text, string words) =>
        Assert.Equal(words, string.Join(' ', WordsOf(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("multi-modal", "multimodal")]
    [InlineData("end of one.Start of another", "end of one. Start of another")]
    [InlineData("a new exam-\nple", "a new example")]
    public void Glues_words_so_that_spaces_and_hyphens_do_not_matter(string a, string b) => Assert.Equal(BytesOf(a), BytesOf(b));

    [Theory]
    [InlineData("layers 1 2", "layers 12")]
    [InlineData("1.5 percent", "15 percent")]
    [InlineData("https://example.org/tides", "https://example.com/tides")]
    [InlineData("C", "C++")]
    public void Keeps_apart_what_is_not_the_same(string a, string b) => Assert.NotEqual(BytesOf(a), BytesOf(b));

    [Fact]
    public void Takes_lone_surrogates_and_broken_sequences_as_separators() =>
        Assert.Equal(["tide", "table", "ebb"], WordsOf([.. "tide"u8, 0xED, 0xA0, 0x80, .. "table"u8, 0xFF, 0xC3, .. "ebb"u8, 0xE2, 0x82]));

    [Fact]
    public void Gives_equal_words_equal_hashes_wherever_they_stand()
    {
        var text = new FoldedText();
        string longWord = new('q', 100);
        text.Fold(
            Encoding.UTF8.GetBytes($"tide hydrodynamically {longWord} TIDE hydro-dynamically {longWord}s hydrodynamically {longWord}")
        );
        ReadOnlySpan<ulong> hashes = text.Hashes;
        Assert.Equal(hashes[0], hashes[3]);
        Assert.Equal(hashes[1], hashes[7]);
        Assert.Equal(hashes[2], hashes[8]);
        Assert.Equal(6, hashes.ToArray().Distinct().Count());
    }

    [Fact]
    public void Reads_plain_ASCII_in_blocks_as_it_reads_it_byte_by_byte()
    {
        string[] pieces =
        [
            "tide",
            "Ebb",
            "estuarine",
            "palaeotempestology",
            "thermo2haline8circulation16x",
            "7",
            "1.5",
            ".",
            "..",
            " ",
            "  ",
            "\n",
            "-",
            "+",
            "#",
            "C++",
            "\\",
            "\\'e",
            "\\textbf{",
            "}",
            "<b>",
            "<",
            "&amp;",
            "&",
            "é",
            "—",
            "潮",
            "\u00AD",
        ];
        Gen<string> texts = Gen.Elements(pieces)
            .ListOf()
            .Select(list => string.Concat(list.SelectMany(piece => new[] { piece, piece.Length % 2 == 0 ? " " : "" })));
        Prop.ForAll(
                texts.Resize(120).ToArbitrary(),
                text =>
                {
                    byte[] utf8 = Encoding.UTF8.GetBytes(text);
                    var blockwise = new FoldedText();
                    var plain = new FoldedText();
                    blockwise.Fold(utf8);
                    plain.Fold(utf8, blockwise: false);
                    Assert.Equal(plain.Bytes.ToArray(), blockwise.Bytes.ToArray());
                    Assert.Equal(plain.Hashes.ToArray(), blockwise.Hashes.ToArray());
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    /// <summary>Short words are hashed without a branch on their length, others by eight bytes at a time.</summary>
    [Fact]
    public void Hashes_words_of_every_length_alike_in_blocks_and_byte_by_byte()
    {
        var blockwise = new FoldedText();
        var plain = new FoldedText();
        for (int length = 1; length < 100; length++)
        {
            for (int before = 0; before < 66; before++)
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(new string(' ', before) + new string('k', length) + " 7");
                blockwise.Fold(utf8);
                plain.Fold(utf8, blockwise: false);
                Assert.Equal(plain.Hashes.ToArray(), blockwise.Hashes.ToArray());
                Assert.Equal(plain.Bytes.ToArray(), blockwise.Bytes.ToArray());
            }
        }
    }

    [Fact]
    public void Never_throws_on_any_bytes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => new FoldedText().Fold(bytes))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static string[] WordsOf(byte[] utf8)
    {
        var text = new FoldedText();
        text.Fold(utf8);
        var words = new string[text.WordCount];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = Encoding.UTF8.GetString(text.Word(i));
        }

        return words;
    }

    private static byte[] BytesOf(string value)
    {
        var text = new FoldedText();
        text.Fold(Encoding.UTF8.GetBytes(value));
        return text.Bytes.ToArray();
    }
}
