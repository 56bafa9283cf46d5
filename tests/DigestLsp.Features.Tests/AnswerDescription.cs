using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using DigestLsp.Analyzers;
using DigestLsp.Similarity;
using DigestLsp.Text;
using DigestLsp.Workspaces;

namespace DigestLsp.Features.Tests;

/// <summary>What features answer about the documents of a snapshot, as text: what equals in this looks the same to everybody.</summary>
internal static class AnswerDescription
{
    private static readonly DateOnly Today = new(2026, 3, 11);

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>All that is answered without a place, by what was asked, and what is answered at some places of each document.</summary>
    /// <param name="snapshot">The documents.</param>
    /// <param name="seed">Chooses the places.</param>
    public static SortedDictionary<string, string> Of(Snapshot snapshot, int seed)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var query in new[] { "", "sand", "w s o", "S7" })
        {
            Add("symbols of the workspace " + query, () => WorkspaceSymbols.Find(snapshot, query, 20));
        }
        Add("groups", () => DuplicateGroups.Of(snapshot));
        Add("terms", () => snapshot.Terms.Names.Order(StringComparer.Ordinal).Select(snapshot.Terms.Find));
        foreach (var document in snapshot.Documents)
        {
            var random = new Random(seed);
            AddWhole(snapshot, document, (what, answer) => Add($"{document.Path} {what}", answer));
            if (document.GetTree() is not { Text: var text })
            {
                continue;
            }
            for (var i = 0; i < 8; i++)
            {
                var start = text.GetLinePosition(random.Next(text.Length + 1));
                var end = text.GetLinePosition(Math.Min(text.Length, text.GetPosition(start) + random.Next(200)));
                AddAt(snapshot, document, start, end, (what, answer) => Add($"{document.Path} {start} {what}", answer));
            }
        }
        return answers;

        void Add(string what, Func<object?> answer)
        {
            try
            {
                answers[what] = Describe(answer());
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Nothing was answered to: {what}", exception);
            }
        }
    }

    /// <summary>What is found fault with, as a client would show it.</summary>
    public static string OfFindings(Snapshot snapshot, string path) =>
        snapshot.GetDocument(path) is { } document ? Describe(DocumentAnalysis.Diagnose(snapshot, document)) : "none";

    private static void AddWhole(Snapshot snapshot, Document document, Action<string, Func<object?>> add)
    {
        add("findings", () => DocumentAnalysis.Diagnose(snapshot, document));
        add("outline", () => DocumentSymbols.Of(document));
        add("folding", () => FoldingRanges.Of(document));
        add("links", () => DocumentLinks.Of(document));
        add("tokens", () => SemanticTokens.Of(document).Numbers);
        add("lenses", () => PaperLenses.Of(snapshot, document));
        add("layout", () => DocumentFormatting.Of(document, insertFinalLineEnd: true));
        add("by title", () => CodeActions.SortByTitle(document));
        add("by date", () => CodeActions.SortByDate(document));
        add(
            "safe repairs",
            () => CodeActions.FixAllSafe(snapshot, document) is { } action ? CodeActions.Compute(snapshot, action.Scope!) : null
        );
    }

    private static void AddAt(Snapshot snapshot, Document document, LinePosition start, LinePosition end, Action<string, Func<object?>> add)
    {
        var range = new LinePositionSpan(start, end);
        add("definition", () => Definition.At(snapshot, document, start));
        add("references", () => References.At(snapshot, document, start));
        add("highlights", () => DocumentHighlights.At(snapshot, document, start));
        add("hover", () => HoverText.At(snapshot, document, start, HoverFormat.Markdown, place => $"{place.Path} {place.Range}"));
        add("selection", () => SelectionRanges.At(document, start));
        add("linked titles", () => LinkedTitles.At(snapshot, document, start));
        add("completion", () => Completions.At(snapshot, document, start, Today));
        add("renaming", () => Renaming.Prepare(snapshot, document, start));
        add("renamed", () => Renaming.Compute(snapshot, document, start, "Sandworms"));
        add("hints", () => DuplicateHints.Of(snapshot, document, range));
        add("tokens", () => SemanticTokens.OfLines(document, start.Line, end.Line));
        add("layout", () => DocumentFormatting.OfRange(document, range));
        add("actions", () => CodeActions.QuickFixes(snapshot, document, range, []));
    }

    private static string Describe(object? value)
    {
        var text = new StringBuilder();
        Describe(value, text, 0);
        return text.ToString();
    }

    private static void Describe(object? value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("nothing");
                break;
            case Document document:
                text.Append(document.Path);
                break;
            case DiagnosticDescriptor rule:
                text.Append(rule.Id);
                break;
            case PaperPlace place:
                text.Append(CultureInfo.InvariantCulture, $"{place.Document.Path} {place.Index}");
                break;
            case string said:
                text.Append(System.Text.Json.JsonSerializer.Serialize(said));
                break;
            case IEnumerable { } items and not string:
                // A default array is a fault of its own.
                foreach (var item in items)
                {
                    text.Append('\n').Append(' ', depth);
                    Describe(item, text, depth + 1);
                }
                break;
            case IFormattable plain:
                text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case Uri or Hash128 or bool or LinePositionSpan or LinePosition or TextSpan:
                text.Append(value);
                break;
            default:
                foreach (var property in Properties.GetOrAdd(value.GetType(), PropertiesOf))
                {
                    text.Append(' ').Append(property.Name).Append(": ");
                    Describe(property.GetValue(value), text, depth + 1);
                }
                break;
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)];
}
