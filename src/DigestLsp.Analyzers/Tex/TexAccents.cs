namespace DigestLsp.Analyzers;

/// <summary>Letters with accents as TeX writes them: a sign or a letter behind a backslash, and the letter that it stands on.</summary>
internal static class TexAccents
{
    /// <summary>The letter with its accent.</summary>
    /// <param name="accent">What stands behind the backslash.</param>
    /// <param name="letter">The letter; ı for <c>\i</c>.</param>
    /// <returns>One character of Unicode; null where there is none.</returns>
    public static char? Compose(char accent, char letter)
    {
        var (letters, composed) = Table(accent);
        var index = letters.IndexOf(letter, StringComparison.Ordinal);
        return index < 0 ? null : composed[index];
    }

    /// <summary>Whether a letter behind a backslash is an accent.</summary>
    public static bool IsLetterAccent(char accent) => char.IsAsciiLetter(accent) && Table(accent).Letters.Length > 0;

    private static (string Letters, string Composed) Table(char accent) =>
        accent switch
        {
            '"' => ("AEHIOUWXYaehiotuwxyı", "ÄËḦÏÖÜẄẌŸäëḧïöẗüẅẍÿï"),
            '\'' => ("ACEGIKLMNOPRSUWYZacegiklmnoprsuwyzı", "ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýźí"),
            '`' => ("AEINOUWYaeinouwyı", "ÀÈÌǸÒÙẀỲàèìǹòùẁỳì"),
            '^' => ("ACEGHIJOSUWYZaceghijosuwyzıȷ", "ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑîĵ"),
            '~' => ("AEINOUVYaeinouvyı", "ÃẼĨÑÕŨṼỸãẽĩñõũṽỹĩ"),
            '=' => ("AEGIOUYaegiouyı", "ĀĒḠĪŌŪȲāēḡīōūȳī"),
            '.' => ("ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz", "ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż"),
            'c' => ("CDEGHKLNRSTcdeghklnrst", "ÇḐȨĢḨĶĻŅŖŞŢçḑȩģḩķļņŗşţ"),
            'v' => ("ACDEGHIKLNORSTUZacdeghijklnorstuzıȷ", "ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔžǐǰ"),
            'u' => ("AEGIOUaegiouı", "ĂĔĞĬŎŬăĕğĭŏŭĭ"),
            'H' => ("OUou", "ŐŰőű"),
            'k' => ("AEIOUaeiou", "ĄĘĮǪŲąęįǫų"),
            'r' => ("AUauwy", "ÅŮåůẘẙ"),
            'd' => ("ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyz", "ẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓ"),
            'b' => ("BDKLNRTZbdhklnrtz", "ḆḎḴḺṈṞṮẔḇḏẖḵḻṉṟṯẕ"),
            _ => (string.Empty, string.Empty),
        };
}
