using System.Text;

namespace DigestLsp.Similarity;

/// <summary>English words that only hold sentences together. Many papers show by themselves which words these are; few do not.</summary>
internal static class CommonWords
{
    private static readonly HashSet<uint> All =
    [
        .. PaperWords
            .Spell(
                Encoding.UTF8.GetBytes(
                    "a about above after again against all also although am among an and any are as at be because been before being below between both but by can cannot "
                        + "could did do does doing done down during each either else even ever every few for from further had has have having he her here hers him his how "
                        + "however i if in into is it its itself just less many may me might more most much must my neither no nor not now of off often on once one only "
                        + "onto or other others our out over own per quite rather same she should since so some still such than that the their them then there these they "
                        + "this those though through thus to too toward towards under until up upon us very via was we well were what when where whether which while who "
                        + "whom whose why will with within without would yet you your"
                )
            )
            .Keys,
    ];

    /// <summary>Whether a word, by its hash in <see cref="PaperWords"/>, is one of them.</summary>
    public static bool Contains(uint word) => All.Contains(word);
}
