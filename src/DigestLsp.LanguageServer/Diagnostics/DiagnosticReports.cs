using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DigestLsp.Analyzers;

namespace DigestLsp.LanguageServer;

/// <summary>What a client that asks for findings shows of a file already.</summary>
/// <param name="Uri">The file, as the client spells it.</param>
/// <param name="Path">Its path; null for what is no file or digest at all.</param>
/// <param name="Id">The id by which that was told.</param>
internal sealed record ShownReport(string Uri, string? Path, string Id);

/// <summary>
/// What there is to say of each file, for a client that asks for it rather than being told. It goes by an id, and is not said again
/// to who names that.
/// </summary>
/// <param name="messages">Writes findings.</param>
/// <param name="uriOf">Names a file.</param>
internal sealed class DiagnosticReports(DiagnosticMessages messages, Func<string, string> uriOf)
{
    /// <summary>The id of having nothing to say, of which files without findings need no memory.</summary>
    private const string Nothing = "0";

    // What a client kept from another server means nothing to this one.
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Report> _reports = [];
    private int _lastId;

    /// <summary>Keeps what is found in a file; under the same id where it is the same.</summary>
    public void Put(string path, int? version, ImmutableArray<Diagnostic> diagnostics)
    {
        lock (_gate)
        {
            var known = Find(path);
            var id =
                diagnostics.IsEmpty ? Nothing
                : Published.AreEqual(known.Diagnostics, diagnostics) ? known.Id
                : string.Create(CultureInfo.InvariantCulture, $"{_session}-{++_lastId}");
            _reports[path] = known with { Id = id, Version = version, Diagnostics = diagnostics };
        }
    }

    /// <summary>
    /// Whether there is something else to say of files than the client was told, or was told to ask for by this. Not of files that
    /// it changed or opened since: of these it asks by itself.
    /// </summary>
    public bool TakeNews()
    {
        lock (_gate)
        {
            var news = _reports.Where(report => report.Value.IsNews).ToList();
            news.ForEach(report => _reports[report.Key] = report.Value.AsTold());
            return news.Count > 0;
        }
    }

    /// <summary>The JSON of the report of one file.</summary>
    /// <param name="path">The file, null for what is none.</param>
    /// <param name="shown">The id of what the client shows of it, null for nothing.</param>
    public string WriteOne(string? path, string? shown)
    {
        lock (_gate)
        {
            return WrittenAnswer.Of(json => Write(json, path, shown, uri: null));
        }
    }

    /// <summary>The JSON of the report of all files of which there is something to say or the client shows something.</summary>
    public string WriteAll(IReadOnlyCollection<ShownReport> shown)
    {
        lock (_gate)
        {
            return WrittenAnswer.Of(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("items");
                foreach (var (uri, path, id) in shown)
                {
                    Write(json, path, id, uri);
                }
                var rest = _reports.Where(report => report.Value.Id != Nothing).Select(report => report.Key);
                foreach (var path in rest.Except(shown.Select(one => one.Path).OfType<string>()).ToList())
                {
                    Write(json, path, shown: null, uriOf(path));
                }
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
    }

    /// <summary>Writes a file's report, which then counts as told.</summary>
    private void Write(Utf8JsonWriter json, string? path, string? shown, string? uri)
    {
        var report = path is null ? Report.None : Find(path);
        if (path is not null && _reports.ContainsKey(path))
        {
            _reports[path] = report.AsTold();
        }
        json.WriteStartObject();
        if (uri is not null)
        {
            json.WriteString("uri", uri);
            json.WritePropertyName("version");
            json.WriteRawValue(report.Version?.ToString(CultureInfo.InvariantCulture) ?? "null");
        }
        json.WriteString("kind", report.Id == shown ? "unchanged" : "full");
        json.WriteString("resultId", report.Id);
        if (report.Id != shown)
        {
            json.WriteStartArray("items");
            if (path is not null)
            {
                messages.WriteItems(json, path, report.Version, report.Diagnostics);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private Report Find(string path) => _reports.GetValueOrDefault(path, Report.None);

    /// <summary>What there is to say of a file, and what the client was told last.</summary>
    private sealed record Report(string Id, int? Version, ImmutableArray<Diagnostic> Diagnostics, string ToldId, int? ToldVersion)
    {
        public static Report None { get; } = new(Nothing, null, [], Nothing, null);

        public bool IsNews => Id != ToldId && (Version is null || Version == ToldVersion);

        public Report AsTold() => this with { ToldId = Id, ToldVersion = Version };
    }
}
