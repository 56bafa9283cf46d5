using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DigestLsp.Analyzers;

namespace DigestLsp.LanguageServer;

/// <summary>
/// Writes what clients are told of documents. Typing changes one finding of hundreds, if any: of a document that is open, what was
/// written of the others is kept and written again. Not for several threads.
/// </summary>
/// <param name="protocol">Puts findings into the protocol's words.</param>
internal sealed class DiagnosticMessages(ProtocolDiagnostics protocol)
{
    /// <summary>A message of more bytes is rare, and room for it is not kept.</summary>
    private const int MostKept = 256 * 1024;

    /// <summary>Nobody types in more documents at a time, and of those that are closed with the same findings nothing is told.</summary>
    private const int MostDocuments = 16;

    private readonly Dictionary<string, Written> _written = [];
    private ArrayBufferWriter<byte> _buffer = new();

    /// <summary>The JSON of a message, which stands until the next one is written.</summary>
    public ReadOnlyMemory<byte> Write(string path, int? version, ImmutableArray<Diagnostic> diagnostics)
    {
        if (_buffer.Capacity > MostKept)
        {
            _buffer = new();
        }
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer, new() { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("jsonrpc", "2.0");
        json.WriteString("method", "textDocument/publishDiagnostics");
        json.WriteStartObject("params");
        json.WriteString("uri", protocol.UriOf(path).ToString());
        if (version is { } number)
        {
            json.WriteNumber("version", number);
        }
        json.WriteStartArray("diagnostics");
        WriteItems(json, path, version, diagnostics);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return _buffer.WrittenMemory;
    }

    /// <summary>Writes a document's findings into an array.</summary>
    public void WriteItems(Utf8JsonWriter json, string path, int? version, ImmutableArray<Diagnostic> diagnostics)
    {
        var written = Write(_written.GetValueOrDefault(path), diagnostics);
        if (version is null)
        {
            _written.Remove(path);
        }
        else
        {
            if (_written.Count == MostDocuments && !_written.ContainsKey(path))
            {
                _written.Clear();
            }
            _written[path] = written;
        }
        foreach (var one in written.Json)
        {
            json.WriteRawValue(one, skipInputValidation: true);
        }
        if (written.Diagnostics.Length < diagnostics.Length)
        {
            var first = Published.CommonEnds(written.Diagnostics, diagnostics).Prefix;
            json.WriteRawValue(
                protocol.WriteRest(diagnostics[first], diagnostics.Length - written.Diagnostics.Length),
                skipInputValidation: true
            );
        }
    }

    private Written Write(Written? known, ImmutableArray<Diagnostic> diagnostics)
    {
        var shown = ProtocolDiagnostics.Shown(diagnostics);
        var json = new byte[shown.Length][];
        var (prefix, suffix) = known is null ? (0, 0) : Published.CommonEnds(known.Diagnostics, shown);
        known?.Json.AsSpan(0, prefix).CopyTo(json);
        known?.Json.AsSpan(known.Json.Length - suffix).CopyTo(json.AsSpan(shown.Length - suffix));
        for (var i = prefix; i < shown.Length - suffix; i++)
        {
            json[i] = protocol.Write(shown[i]);
        }
        return new(shown, json);
    }

    /// <summary>Findings, and the JSON of each.</summary>
    private sealed record Written(ImmutableArray<Diagnostic> Diagnostics, byte[][] Json);
}
