namespace DigestLsp.LanguageServer.Tests;

/// <summary>Invented papers without end, of which a small pool comes back again and again: whole, cut, changed, retitled.</summary>
/// <param name="random">Chooses.</param>
internal sealed class SoakPapers(Random random)
{
    private const int Pool = 300;

    private static readonly string[] Words =
    [
        .. (
            "river sand kite bread moth lamp bell glacier owl vole recipe kitchen oven loaf wind gust line pitch snow field ear night error "
            + "metre profile shell scan church summer ice lake cloud image drain warm count code reader step reason text day month station "
            + "railway train travel grain paint arrive map slow fast remember year write look strike crack wall thin quiet phone microphone "
            + "corner machine head network locate rustle double second listen camera gradient descent model sample token layer graph policy"
        ).Split(' '),
    ];

    private static readonly string[] Defects =
    [
        " Ã©tude",
        " &amp;",
        " \\emph{sand}",
        " the the",
        " (open",
        "  ",
        " ,",
        " this https URL",
        " \uFFFD",
        " 𝒦",
        " 🏞️",
        " Ü\u0308",
        " (RSM)",
        " River Sand Model (RSM)",
        " Railway Station Map (RSM)",
        " Warm Field Owl (WFO)",
        " Wind-Field Ovens (WFOs)",
        " Wild Fast Owl (WFO)",
        " River\nSand\u2028Model (RSM)",
        " Wind-\nField\r\nOvens (WFOs)",
        " Warm\tField\u00A0Owl (WFO\u200B)",
        " \uFEFF",
        " sa\0nd",
        " RSM’s",
        " \u0085see: sand",
        "\nsee: 2025-03-11",
        "\narxiv:\u00A02501.00001",
    ];

    private static readonly string[] Dates = ["Mar 11", "Jan 2, 2025", "2025-03-11", "Feb 30, 2025", "Dec 31", "Apr 1, 2026", "Oct 9"];

    private static readonly string[] LineEnds = ["\n", "\n", "\n", "\r\n", "\r"];

    /// <summary>A digest of a number of papers.</summary>
    public string Digest(int papers)
    {
        var text = random.Next(3) == 0 ? "new\n\nSubscribe\n\nDaily Papers\n\n" : "";
        text += Dates[random.Next(Dates.Length)] + "\n\n";
        text += string.Join("\n", Enumerable.Range(0, papers).Select(_ => Paper()));
        return text.Replace("\n", LineEnds[random.Next(LineEnds.Length)]);
    }

    /// <summary>A paper with the end of its last line.</summary>
    public string Paper()
    {
        var number = random.Next(Pool);
        var title = TitleOf(random.Next(20) == 0 ? random.Next(Pool) : number);
        var text = AbstractOf(number);
        switch (random.Next(12))
        {
            case 0:
                text = text[..random.Next(text.Length / 2, text.Length)];
                break;
            case 1:
                var at = random.Next(text.Length);
                text = text.Insert(at, Defects[random.Next(Defects.Length)]);
                break;
            case 2:
                title += " of Sand";
                break;
            case 3:
                return text + "\n";
            case 4:
                return title + "\n";
            case 5:
                title += $"\narxiv: 2501.{number:00000}";
                break;
            case 6:
                title += $"\nsee: {TitleOf(random.Next(Pool))}";
                break;
            case 7:
                title += $"\nsee: {TitleOf(random.Next(Pool))[1..]}\ntags: sand";
                break;
            default:
                break;
        }
        return $"{title}\n\n{text}\n";
    }

    /// <summary>Something to type: a letter, a word, a line end, half a character, a paper.</summary>
    public string Scrap() =>
        random.Next(9) switch
        {
            0 => LineEnds[random.Next(LineEnds.Length)],
            1 => "\n\n",
            2 => random.Next(2) == 0 ? "\uD83C" : "2025-03-11T08:09:10Z",
            3 => "\uDFDE\uFE0F",
            4 => Defects[random.Next(Defects.Length)],
            5 => Paper(),
            6 => Dates[random.Next(Dates.Length)] + "\n\n",
            7 => " " + Words[random.Next(Words.Length)],
            _ => ((char)random.Next('a', 'z')).ToString(),
        };

    private static string TitleOf(int number)
    {
        var words = new Random(number);
        var title = string.Join(' ', Enumerable.Range(0, 7).Select(_ => Capital(Words[words.Next(Words.Length)])));
        return number % 3 == 0 ? $"{Words[number % Words.Length].ToUpperInvariant()}{number}: {title}" : title;
    }

    private static string AbstractOf(int number)
    {
        var words = new Random(~number);
        return string.Join(
            ' ',
            Enumerable
                .Range(0, words.Next(4, 9))
                .Select(_ => Capital(string.Join(' ', Enumerable.Range(0, 14).Select(_ => Words[words.Next(Words.Length)]))) + ".")
        );
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
