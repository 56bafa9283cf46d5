using System.Collections.Immutable;
using System.Text.Json;

namespace DigestLsp.Workspaces;

/// <summary>Members of a JSON object that mean nothing here. They are somebody's, and are written back as they were read.</summary>
public readonly struct JsonExtras : IEquatable<JsonExtras>
{
    private readonly ImmutableArray<(string Name, string Json)> _members;

    private JsonExtras(ImmutableArray<(string Name, string Json)> members) => _members = members;

    /// <summary>Keeps members.</summary>
    /// <param name="members">Names and values, each value as JSON text.</param>
    internal static JsonExtras Of(IEnumerable<(string Name, string Json)> members) =>
        members.ToImmutableArray() is { IsEmpty: false } kept ? new(kept) : default;

    internal void WriteTo(Utf8JsonWriter json)
    {
        foreach (var (name, value) in _members.IsDefault ? [] : _members)
        {
            using var parsed = JsonDocument.Parse(value, new() { AllowTrailingCommas = true });
            json.WritePropertyName(name);
            parsed.RootElement.WriteTo(json);
        }
    }

    /// <inheritdoc/>
    public bool Equals(JsonExtras other) =>
        _members.IsDefault || other._members.IsDefault
            ? _members.IsDefault == other._members.IsDefault
            : _members.AsSpan().SequenceEqual(other._members.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonExtras other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _members.IsDefault ? 0 : _members.Length;

    /// <summary>Whether both keep the same.</summary>
    public static bool operator ==(JsonExtras left, JsonExtras right) => left.Equals(right);

    /// <summary>Whether they keep something different.</summary>
    public static bool operator !=(JsonExtras left, JsonExtras right) => !left.Equals(right);
}
