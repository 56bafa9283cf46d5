using DigestLsp.Features;
using DigestLsp.Similarity;
using DigestLsp.Text;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>Judgements as commands with one argument, and back.</summary>
internal static class JudgementCommands
{
    private const string MarkDifferent = "digestlsp.markDifferent";
    private const string MarkIntended = "digestlsp.markIntended";
    private const string Accept = "digestlsp.acceptFinding";
    private const string TakeBack = "digestlsp.takeBack";

    /// <summary>The names of all commands.</summary>
    public static IEnumerable<string> Names => [MarkDifferent, MarkIntended, Accept, TakeBack];

    /// <summary>The command that keeps a judgement.</summary>
    public static Command Of(string title, Judgement judgement)
    {
        var (name, argument) = judgement switch
        {
            DifferentPapers different => (
                MarkDifferent,
                new JObject { ["paper"] = different.Paper.ToString(), ["others"] = ToArray(different.Others) }
            ),
            IntendedPapers intended => (MarkIntended, new JObject { ["papers"] = ToArray(intended.Papers) }),
            AcceptedDiagnostic accepted => (
                Accept,
                new JObject
                {
                    ["rule"] = accepted.Rule,
                    ["range"] = new JArray(
                        accepted.Range.Start.Line,
                        accepted.Range.Start.Character,
                        accepted.Range.End.Line,
                        accepted.Range.End.Character
                    ),
                    ["message"] = accepted.Message,
                }
            ),
            TakenBack taken => (
                TakeBack,
                new JObject
                {
                    ["what"] = taken.What.ToString(),
                    ["paper"] = taken.Paper?.ToString(),
                    ["rule"] = taken.Rule,
                }
            ),
            _ => throw new ArgumentException($"There is no command for {judgement.GetType().Name}", nameof(judgement)),
        };
        argument["path"] = judgement.Path;
        return new()
        {
            Title = title,
            Name = name,
            Arguments = new JArray(argument),
        };
    }

    /// <summary>What a command says, null where its argument makes no sense.</summary>
    public static Judgement? Read(string name, JArray? arguments)
    {
        if (arguments is not [JObject argument] || argument["path"] is not JValue { Value: string path })
        {
            return null;
        }
        return name switch
        {
            MarkDifferent when HashOf(argument["paper"]) is { } paper && HashesOf(argument["others"]) is { } others => new DifferentPapers(
                path,
                paper,
                [.. others]
            ),
            MarkIntended when HashesOf(argument["papers"]) is { } papers => new IntendedPapers(path, [.. papers]),
            Accept
                when argument["rule"] is JValue { Value: string rule }
                    && argument["message"] is JValue { Value: string message }
                    && RangeOf(argument["range"]) is { } range => new AcceptedDiagnostic(path, rule, range, message),
            TakeBack when argument["what"] is JValue { Value: string said } && Enum.TryParse<TakenBackKind>(said, out var what) =>
                new TakenBack(path, what, HashOf(argument["paper"]), argument["rule"] is JValue { Value: string id } ? id : null),
            _ => null,
        };
    }

    private static JArray ToArray(IEnumerable<Hash128> hashes) => [.. hashes.Select(hash => hash.ToString())];

    private static Hash128? HashOf(JToken? token) =>
        token is JValue { Value: string text } && Hash128.TryParse(text, out var hash) ? hash : null;

    private static List<Hash128>? HashesOf(JToken? token)
    {
        var hashes = (token as JArray)?.Select(HashOf).ToList();
        return hashes is { Count: > 0 } && !hashes.Contains(null) ? [.. hashes.OfType<Hash128>()] : null;
    }

    private static LinePositionSpan? RangeOf(JToken? token)
    {
        var numbers = (token as JArray)?.Select(number =>
            number is JValue { Value: >= 0L and <= int.MaxValue and long value } ? (int)value : -1
        );
        return numbers?.ToList() is [>= 0 and var line, >= 0 and var character, >= 0 and var endLine, >= 0 and var endCharacter]
            ? new(new(line, character), new(endLine, endCharacter))
            : null;
    }
}
