using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestLsp.Text;
using Newtonsoft.Json;

namespace DigestLsp.LanguageServer;

/// <summary>An answer whose JSON is written already: for lists of thousands, the library’s way takes ten times as long.</summary>
internal interface IWrittenAnswer
{
    /// <summary>The JSON.</summary>
    string Json { get; }
}

/// <summary>Writes JSON for the client.</summary>
internal static class WrittenAnswer
{
    private static readonly JsonWriterOptions Options = new()
    {
        // It is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Character = JsonEncodedText.Encode("character");

    /// <summary>What a writer writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8, Options))
        {
            write(json);
        }
        return Encoding.UTF8.GetString(utf8.WrittenSpan);
    }

    /// <summary>The JSON of an array.</summary>
    /// <param name="items">What it holds.</param>
    /// <param name="write">Writes one of them.</param>
    public static string Array<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        Of(json =>
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                write(json, item);
            }
            json.WriteEndArray();
        });

    public static void WriteRange(this Utf8JsonWriter json, JsonEncodedText name, LinePositionSpan range)
    {
        json.WriteStartObject(name);
        json.WritePosition(Start, range.Start);
        json.WritePosition(End, range.End);
        json.WriteEndObject();
    }

    private static void WritePosition(this Utf8JsonWriter json, JsonEncodedText name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber(Line, position.Line);
        json.WriteNumber(Character, position.Character);
        json.WriteEndObject();
    }
}

/// <summary>Hands <see cref="IWrittenAnswer"/> to the library.</summary>
internal sealed class WrittenAnswerConverter : JsonConverter<IWrittenAnswer>
{
    public override bool CanRead => false;

    public override void WriteJson(JsonWriter writer, IWrittenAnswer? value, Newtonsoft.Json.JsonSerializer serializer) =>
        writer.WriteRawValue(value!.Json);

    public override IWrittenAnswer ReadJson(
        JsonReader reader,
        Type objectType,
        IWrittenAnswer? existingValue,
        bool hasExistingValue,
        Newtonsoft.Json.JsonSerializer serializer
    ) => throw new NotSupportedException();
}
