using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DigestLsp.Workspaces;

/// <summary>
/// What <c>.editorconfig</c> files, and those in <c>.digestlsp</c> folders, say of documents. Files are read when a document below them
/// is first asked about, and kept; after a change, a new value is made.
/// </summary>
public sealed class EditorConfiguration
{
    private const string FileName = ".editorconfig";

    private readonly ConcurrentDictionary<string, AnalyzerConfigSet?> _byFolder = new();
    private readonly ConcurrentDictionary<string, (AnalyzerConfig Config, EditorConfigFile File)?> _files = new();
    private readonly string? _explicitFile;

    /// <summary>Reads the files above each document.</summary>
    public EditorConfiguration() { }

    /// <summary>Reads one file instead of those above each document; its sections apply to documents wherever they lie.</summary>
    public EditorConfiguration(string explicitFile) => _explicitFile = Path.GetFullPath(explicitFile);

    /// <summary>What was accepted and marked: the files in <c>.digestlsp</c> folders.</summary>
    public SuppressionFiles Suppressions { get; init; } = new();

    /// <summary>What is left out where folders are searched for digests.</summary>
    public IgnoreFiles Ignored { get; init; } = new();

    /// <summary>Whether a file is one of those read here.</summary>
    public static bool IsConfigurationFile(string path) =>
        Path.GetFileName(path) == FileName || SuppressionFiles.IsOne(path) || IgnoreFiles.IsOne(path);

    /// <summary>
    /// The files that count for some documents, and all others that were read so far: where folders were searched for digests, those
    /// in them. By path.
    /// </summary>
    public IReadOnlyList<ConfigurationFile> FilesFor(IEnumerable<string> documents)
    {
        foreach (var document in documents)
        {
            SetOf(document);
            Suppressions.For(document);
        }
        var read = _files.Values.OfType<(AnalyzerConfig, EditorConfigFile File)>().Select(read => (ConfigurationFile)read.File);
        return [.. read.Concat(Suppressions.Files).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The options of a document.</summary>
    /// <param name="path">An absolute path, or the URI of a document that was never saved, which no file configures.</param>
    public DocumentOptions OptionsFor(string path) =>
        SetOf(path) is { } set ? new(set.GetOptionsForSourcePath(path.Replace('\\', '/')).AnalyzerOptions) : DocumentOptions.Default;

    private AnalyzerConfigSet? SetOf(string path) =>
        Path.IsPathFullyQualified(path) && Path.GetDirectoryName(path) is { } folder
            ? _byFolder.GetOrAdd(_explicitFile is null ? folder : string.Empty, SetFor)
            : null;

    private AnalyzerConfigSet? SetFor(string folder)
    {
        var configs = new List<AnalyzerConfig>();
        if (_explicitFile is not null)
        {
            Add(_explicitFile);
        }
        else
        {
            var isRoot = false;
            for (var at = folder; at is not null && !isRoot; at = Path.GetDirectoryName(at))
            {
                isRoot = Add(Path.Combine(at, FileName));
            }
        }
        return configs.Count == 0 ? null : AnalyzerConfigSet.Create(configs);

        bool Add(string file)
        {
            if (_files.GetOrAdd(file, Parse) is not { } read)
            {
                return false;
            }
            configs.Add(read.Config);
            return read.File.IsRoot;
        }
    }

    /// <summary>The path from whose folder sections count: the file's own, or the root of the disk for a file named outright.</summary>
    private string SectionRoot(string file) =>
        (_explicitFile is null ? file : Path.Combine(Path.GetPathRoot(file)!, FileName)).Replace('\\', '/');

    private (AnalyzerConfig, EditorConfigFile)? Parse(string file)
    {
        try
        {
            if (!RegularFile.Exists(file))
            {
                return null;
            }
            var text = File.ReadAllText(file);
            return (AnalyzerConfig.Parse(SourceText.From(text), SectionRoot(file)), EditorConfigFile.Read(file, text));
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
