using System.Text.Json;
using Newtonsoft.Json;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using FoldingRange = DigestLsp.Features.FoldingRange;

namespace DigestLsp.LanguageServer;

/// <summary>Lines that fold, written.</summary>
[JsonConverter(typeof(WrittenAnswerConverter))]
internal sealed class WrittenFoldingRanges(IEnumerable<FoldingRange> ranges)
    : Container<OmniSharp.Extensions.LanguageServer.Protocol.Models.FoldingRange>,
        IWrittenAnswer
{
    private static readonly JsonEncodedText StartLine = JsonEncodedText.Encode("startLine");
    private static readonly JsonEncodedText EndLine = JsonEncodedText.Encode("endLine");

    public string Json { get; } = WrittenAnswer.Array(ranges, Write);

    private static void Write(Utf8JsonWriter json, FoldingRange range)
    {
        json.WriteStartObject();
        json.WriteNumber(StartLine, range.StartLine);
        json.WriteNumber(EndLine, range.EndLine);
        json.WriteEndObject();
    }
}
