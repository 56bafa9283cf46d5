using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestLsp.Similarity;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>Reads the files below <c>.digestlsp</c>. Entries that make no sense are told as problems; the others count.</summary>
internal sealed class SuppressionReader
{
    private static readonly string[] ConflictMarks = ["<<<<<<<", "=======", ">>>>>>>"];

    private readonly string _text;
    private readonly List<ConfigurationProblem> _problems = [];

    private SuppressionReader(string text) => _text = text;

    /// <summary>Reads a baseline.</summary>
    public static BaselineFile ReadBaseline(string path, string text)
    {
        var reader = new SuppressionReader(text);
        var (root, fault) = reader.ReadRoot();
        var findings = root is null ? [] : reader.ReadList(root, "findings", reader.ReadFinding);
        var extra = root is null ? default : reader.ExtrasOf(root, "version", "findings");
        return new(path, SourceText.From(text), reader.Problems, fault, new Baseline(findings, extra));
    }

    /// <summary>Reads marks.</summary>
    public static DistinctFile ReadDistinct(string path, string text)
    {
        var reader = new SuppressionReader(text);
        var (root, fault) = reader.ReadRoot();
        var different = root is null ? [] : reader.ReadList(root, "different", reader.ReadPair);
        var intended = root is null ? [] : reader.ReadList(root, "intended", reader.ReadIntended);
        var extra = root is null ? default : reader.ExtrasOf(root, "version", "different", "intended");
        return new(path, SourceText.From(text), reader.Problems, fault, new DistinctMarks(different, intended, extra));
    }

    private ImmutableArray<ConfigurationProblem> Problems => [.. _problems.OrderBy(problem => problem.Span)];

    private (PositionedJson? Root, ConfigurationProblem? Fault) ReadRoot()
    {
        PositionedJson root;
        try
        {
            root = PositionedJson.Read(Encoding.UTF8.GetBytes(_text));
        }
        catch (JsonException exception)
        {
            return (null, Add(NoJson(exception)));
        }
        if (root.Kind != JsonTokenType.StartObject)
        {
            return (null, Add(new(root.Span, "This file must hold one JSON object; restore it from version control or delete it")));
        }
        var version = root.Members.FirstOrDefault(member => member.Name == "version").Value;
        if (version is null || !int.TryParse(version.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            var message = $"This file does not tell its version; write \"version\": {SuppressionFile.Version} as its first member";
            return (null, Add(new(version?.Span ?? new(root.Span.Start, 1), message)));
        }
        return number > SuppressionFile.Version
            ? (
                null,
                Add(
                    new(
                        version.Span,
                        $"This file has version {number}, and this digestlsp reads version {SuppressionFile.Version}; install a newer digestlsp"
                    )
                )
            )
            : (root, null);
    }

    private ConfigurationProblem NoJson(JsonException exception)
    {
        var utf8 = Encoding.UTF8.GetBytes(_text);
        // The library counts lines by their line feeds alone.
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            lineStart += utf8.AsSpan(lineStart).IndexOf((byte)'\n') + 1;
        }
        var offset = Math.Min(lineStart + (int)(exception.BytePositionInLine ?? 0), utf8.Length);
        var position = Encoding.UTF8.GetCharCount(utf8.AsSpan(0, offset));
        var lines = SourceText.From(_text);
        var span = lines.GetLineSpan(lines.GetLinePosition(position).Line);
        var text = lines.ToString(span);
        return ConflictMarks.Any(mark => text.StartsWith(mark, StringComparison.Ordinal))
            ? new(span, "This file is not used: a merge left its conflict here; keep the lines of both sides and delete this one")
            : new(
                new(position, Math.Min(1, Math.Max(0, span.End - position))),
                "This file is not used: it is no JSON from here on; mend it, restore it from version control or delete it"
            );
    }

    private ConfigurationProblem Add(ConfigurationProblem problem)
    {
        _problems.Add(problem);
        return problem;
    }

    private ImmutableArray<T> ReadList<T>(PositionedJson root, string name, Func<PositionedJson, T?> read)
        where T : class
    {
        var list = root.Members.FirstOrDefault(member => member.Name == name).Value;
        if (list is null)
        {
            return [];
        }
        if (list.Kind != JsonTokenType.StartArray)
        {
            Add(new(list.Span, $"‘{name}’ must be a list, in brackets; it is passed over"));
            return [];
        }
        var entries = ImmutableArray.CreateBuilder<T>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (read(item) is { } entry)
            {
                entries.Add(entry);
            }
        }
        return entries.DrainToImmutable();
    }

    private AcceptedFinding? ReadFinding(PositionedJson entry)
    {
        var rule = StringOf(entry, "rule");
        var ordinal = 0;
        var isWhole = rule is { Length: > 0 };
        if (Member(entry, "ordinal") is { } number)
        {
            isWhole &= int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);
        }
        var file = StringOf(entry, "file");
        var paper = Member(entry, "paper") is { } value ? ReadPaper(value) : null;
        if (!isWhole || (paper is null && file is null) || StringOf(entry, "text") is not { } text)
        {
            return Incomplete<AcceptedFinding>(entry, "a rule, a text, and a paper or a file");
        }
        return new(rule!, file, paper, text, ordinal, ExtrasOf(entry, "rule", "file", "paper", "text", "ordinal"), entry.Span);
    }

    private DifferentPair? ReadPair(PositionedJson entry) =>
        Member(entry, "a") is { } a && Member(entry, "b") is { } b && ReadPaper(a) is { } first && ReadPaper(b) is { } second
            ? new(first, second, ExtrasOf(entry, "a", "b"), entry.Span)
            : Incomplete<DifferentPair>(entry, "two papers, ‘a’ and ‘b’");

    private IntendedPaper? ReadIntended(PositionedJson entry) =>
        Member(entry, "paper") is { } paper && ReadPaper(paper) is { } mark
            ? new(mark, StringOf(entry, "in"), ExtrasOf(entry, "paper", "in"), entry.Span)
            : Incomplete<IntendedPaper>(entry, "a paper");

    private T? Incomplete<T>(PositionedJson entry, string needed)
        where T : class
    {
        Add(new(entry.Span, $"This entry is passed over: it needs {needed}; mark the papers anew or remove it"));
        return null;
    }

    private PaperMark? ReadPaper(PositionedJson paper)
    {
        if (StringOf(paper, "title") is not { } title || AbstractSketch.TryParse(StringOf(paper, "sketch") ?? "") is not { } sketch)
        {
            return null;
        }
        var identifiers = PaperIdentifiers.Create(StringOf(paper, "arxiv"), StringOf(paper, "doi"));
        var key = Hash128.TryParse(StringOf(paper, "key"), out var given) ? given : PaperMark.KeyOf(title);
        return new(identifiers, title, key, sketch, ExtrasOf(paper, "title", "key", "arxiv", "doi", "sketch"));
    }

    private static PositionedJson? Member(PositionedJson entry, string name) =>
        entry.Members.FirstOrDefault(member => member.Name == name).Value;

    private static string? StringOf(PositionedJson entry, string name) =>
        Member(entry, name) is { Kind: JsonTokenType.String } value ? value.Text : null;

    /// <summary>The members that are none of the known ones. A note is anybody's to write; others are told as problems.</summary>
    private JsonExtras ExtrasOf(PositionedJson entry, params string[] known)
    {
        var extras = entry.Members.Where(member => !known.Contains(member.Name)).ToList();
        foreach (var member in extras.Where(member => member.Name != "note"))
        {
            var nearest = NearestName.Of(member.Name, known.Append("note"));
            var meant = nearest is null ? string.Empty : $"; did you mean ‘{nearest}’?";
            Add(new(member.NameSpan, $"There is no key ‘{member.Name}’ here{meant}", nearest is null ? null : $"\"{nearest}\""));
        }
        return JsonExtras.Of(extras.Select(member => (member.Name, _text.Substring(member.Value.Span.Start, member.Value.Span.Length))));
    }
}
