using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Similarity.Tests;

public class ExpansionsTests
{
    [Theory]
    [InlineData("reward model", "Reward-Modelling")]
    [InlineData("learned reward model", "learned RM")]
    [InlineData("low-rank adaptation", "low-rank adapter")]
    [InlineData("auto-regressive model", "autoregressive models")]
    [InlineData("maximal update parametrization", "maximal update parameterization")]
    [InlineData("resonant cavity optimiser", "resonnant cavity optimizer")]
    public void Variants_say_the_same(string left, string right) => Assert.Equal((true, true), Compare(left, right));

    [Theory]
    [InlineData("text-to-speech", "test-time scaling")]
    [InlineData("contrastive learning", "continual learning")]
    [InlineData("vision question answering", "video question answering")]
    [InlineData("language language models", "large language models")]
    [InlineData("symmetric sum", "asymmetric sum")]
    [InlineData("phase 2 trial", "phase 3 trial")]
    public void Others_do_not(string left, string right) => Assert.Equal((false, false), Compare(left, right));

    [Fact]
    public void It_does_not_matter_which_is_the_first() =>
        Prop.ForAll(
                Gen.Elements("reward", "rewards", "model", "modelling", "rm", "re", "parametric", "parametrics", "r", "word-m")
                    .ListOf()
                    .Select(words => string.Join(' ', words))
                    .Two()
                    .ToArbitrary(),
                pair => Assert.Equal(Expansions.AreVariants(pair.Item1, pair.Item2), Expansions.AreVariants(pair.Item2, pair.Item1))
            )
            .QuickCheckThrowOnFailure();

    private static (bool, bool) Compare(string left, string right) =>
        (Expansions.AreVariants(left, right), Expansions.AreVariants(right, left));
}
