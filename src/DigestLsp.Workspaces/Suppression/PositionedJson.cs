using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DigestLsp.Text;

namespace DigestLsp.Workspaces;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where the name stands, with its quotes.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct JsonMember(string Name, TextSpan NameSpan, PositionedJson Value);

/// <summary>A JSON value that knows where it stands, in UTF-16 units.</summary>
/// <param name="Kind">The token that it begins with.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The value of a string; of anything else its text.</param>
/// <param name="Members">The members of an object.</param>
/// <param name="Items">The items of an array.</param>
internal sealed record PositionedJson(
    JsonTokenType Kind,
    TextSpan Span,
    string Text,
    ImmutableArray<JsonMember> Members,
    ImmutableArray<PositionedJson> Items
)
{
    /// <summary>Reads one JSON value. Commas too many, which merges leave behind, do no harm.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <exception cref="JsonException">It is no JSON; the exception tells the place.</exception>
    public static PositionedJson Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Reader(utf8);
        return reader.ReadAll();
    }

    /// <summary>Tokens come in order, so that counting units from one to the next counts each once.</summary>
    private ref struct Reader(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;
        private Utf8JsonReader _json = new(utf8, new JsonReaderOptions { AllowTrailingCommas = true });
        private int _countedBytes;
        private int _countedUnits;

        public PositionedJson ReadAll()
        {
            _json.Read();
            var value = ReadValue();
            _json.Read(); // throws where anything follows
            return value;
        }

        private PositionedJson ReadValue()
        {
            var start = UnitsAt((int)_json.TokenStartIndex);
            var kind = _json.TokenType;
            var members = ImmutableArray.CreateBuilder<JsonMember>();
            var items = ImmutableArray.CreateBuilder<PositionedJson>();
            var text = string.Empty;
            switch (kind)
            {
                case JsonTokenType.StartObject:
                    while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
                    {
                        var name = _json.GetString()!;
                        var nameStart = UnitsAt((int)_json.TokenStartIndex);
                        // Behind a name, the bytes consumed include the colon.
                        var nameEnd = UnitsAt((int)_json.TokenStartIndex + _json.ValueSpan.Length + 2);
                        _json.Read();
                        members.Add(new(name, TextSpan.FromBounds(nameStart, nameEnd), ReadValue()));
                    }
                    break;
                case JsonTokenType.StartArray:
                    while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(ReadValue());
                    }
                    break;
                default:
                    text = kind == JsonTokenType.String ? _json.GetString()! : Encoding.UTF8.GetString(_json.ValueSpan);
                    break;
            }
            var span = TextSpan.FromBounds(start, UnitsAt((int)_json.BytesConsumed));
            return new(kind, span, text, members.DrainToImmutable(), items.DrainToImmutable());
        }

        private int UnitsAt(int bytes)
        {
            _countedUnits += Encoding.UTF8.GetCharCount(_utf8[_countedBytes..bytes]);
            _countedBytes = bytes;
            return _countedUnits;
        }
    }
}
