using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// What <c>.editorconfig</c> files say of documents. Files are read when a document below them is first asked about, and kept;
/// after a change, a new value is made.
/// </summary>
public sealed class EditorConfiguration
{
    private const string FileName = ".editorconfig";

    private readonly ConcurrentDictionary<string, AnalyzerConfigSet?> _byFolder = new();
    private readonly ConcurrentDictionary<string, AnalyzerConfig?> _files = new();
    private readonly string? _explicitFile;

    /// <summary>Reads the files above each document.</summary>
    public EditorConfiguration() { }

    /// <summary>Reads one file instead of those above each document; its sections apply to documents wherever they lie.</summary>
    public EditorConfiguration(string explicitFile) => _explicitFile = Path.GetFullPath(explicitFile);

    /// <summary>Whether a file is one of those read here.</summary>
    public static bool IsConfigurationFile(string path) => Path.GetFileName(path) == FileName;

    /// <summary>The options of a document.</summary>
    /// <param name="path">An absolute path, or the URI of a document that was never saved, which no file configures.</param>
    public DocumentOptions OptionsFor(string path)
    {
        var folder = Path.IsPathFullyQualified(path) ? Path.GetDirectoryName(path) : null;
        var set = folder is null ? null : _byFolder.GetOrAdd(_explicitFile is null ? folder : string.Empty, SetFor);
        return set is null ? DocumentOptions.Default : new(set.GetOptionsForSourcePath(path.Replace('\\', '/')).AnalyzerOptions);
    }

    private AnalyzerConfigSet? SetFor(string folder)
    {
        var configs = new List<AnalyzerConfig>();
        if (_explicitFile is not null)
        {
            Add(_explicitFile);
        }
        else
        {
            for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            {
                Add(Path.Combine(at, FileName));
            }
        }
        return configs.Count == 0 ? null : AnalyzerConfigSet.Create(configs);

        void Add(string file)
        {
            if (_files.GetOrAdd(file, Parse) is { } config)
            {
                configs.Add(config);
            }
        }
    }

    /// <summary>The path from whose folder sections count: the file's own, or the root of the disk for a file named outright.</summary>
    private string SectionRoot(string file) =>
        (_explicitFile is null ? file : Path.Combine(Path.GetPathRoot(file)!, FileName)).Replace('\\', '/');

    private AnalyzerConfig? Parse(string file)
    {
        try
        {
            return File.Exists(file) ? AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(file)), SectionRoot(file)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What is configured for one document.</summary>
public sealed class DocumentOptions
{
    private readonly ImmutableDictionary<string, string> _options;

    internal DocumentOptions(ImmutableDictionary<string, string> options) => _options = options;

    /// <summary>Nothing configured.</summary>
    public static DocumentOptions Default { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>Whether the file is said to be a digest, or not to be one (<c>digest_document = true|false</c>); null if nothing is said.</summary>
    public bool? IsDigest => _options.TryGetValue("digest_document", out var value) && bool.TryParse(value, out var parsed) ? parsed : null;

    /// <summary>The severity set for a rule (<c>digest_diagnostic.DG2001.severity = …</c>), null if none or an unknown one is set.</summary>
    public RuleSeverity? SeverityOf(string ruleId) =>
        _options.TryGetValue($"digest_diagnostic.{ruleId.ToLowerInvariant()}.severity", out var value)
        && Enum.TryParse<RuleSeverity>(value, ignoreCase: true, out var severity)
        && !char.IsAsciiDigit(value[0])
            ? severity
            : null;
}
