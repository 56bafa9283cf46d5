using System.Text.Json;
using DigestLsp.Features;
using Newtonsoft.Json;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using LspSymbolKind = OmniSharp.Extensions.LanguageServer.Protocol.Models.SymbolKind;
using SymbolKind = DigestLsp.Features.SymbolKind;

namespace DigestLsp.LanguageServer;

/// <summary>The outline of a document, written.</summary>
[JsonConverter(typeof(WrittenAnswerConverter))]
internal sealed class WrittenSymbols : SymbolInformationOrDocumentSymbolContainer, IWrittenAnswer
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Detail = JsonEncodedText.Encode("detail");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Range = JsonEncodedText.Encode("range");
    private static readonly JsonEncodedText SelectionRange = JsonEncodedText.Encode("selectionRange");
    private static readonly JsonEncodedText Children = JsonEncodedText.Encode("children");
    private static readonly JsonEncodedText ContainerName = JsonEncodedText.Encode("containerName");
    private static readonly JsonEncodedText Location = JsonEncodedText.Encode("location");
    private static readonly JsonEncodedText Uri = JsonEncodedText.Encode("uri");

    private WrittenSymbols(string json) => Json = json;

    public string Json { get; }

    /// <summary>As a tree.</summary>
    public static WrittenSymbols Tree(IEnumerable<OutlineSymbol> symbols) => new(WrittenAnswer.Array(symbols, WriteNode));

    /// <summary>As a list, for clients that show no tree.</summary>
    public static WrittenSymbols List(IEnumerable<OutlineSymbol> symbols, string uri) =>
        new(
            WrittenAnswer.Array(
                symbols.SelectMany(symbol =>
                    symbol.Children.Select(child => (Symbol: child, Within: symbol.Name)).Prepend((Symbol: symbol, Within: ""))
                ),
                (json, symbol) => WriteItem(json, symbol.Symbol, symbol.Within, uri)
            )
        );

    public static LspSymbolKind ToProtocol(SymbolKind kind) => kind == SymbolKind.Section ? LspSymbolKind.Namespace : LspSymbolKind.String;

    private static void WriteNode(Utf8JsonWriter json, OutlineSymbol symbol)
    {
        json.WriteStartObject();
        json.WriteString(Name, symbol.Name);
        WriteUnlessEmpty(json, Detail, symbol.Detail);
        json.WriteNumber(Kind, (int)ToProtocol(symbol.Kind));
        json.WriteRange(Range, symbol.Range);
        json.WriteRange(SelectionRange, symbol.Selection);
        if (!symbol.Children.IsEmpty)
        {
            json.WriteStartArray(Children);
            foreach (var child in symbol.Children)
            {
                WriteNode(json, child);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, OutlineSymbol symbol, string within, string uri)
    {
        json.WriteStartObject();
        json.WriteString(Name, symbol.Name);
        json.WriteNumber(Kind, (int)ToProtocol(symbol.Kind));
        json.WriteStartObject(Location);
        json.WriteString(Uri, uri);
        json.WriteRange(Range, symbol.Range);
        json.WriteEndObject();
        WriteUnlessEmpty(json, ContainerName, within);
        json.WriteEndObject();
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, JsonEncodedText name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }
}
