using System.Collections.Concurrent;
using DigestLsp.Features;
using DigestLsp.Workspaces;
using OmniSharp.Extensions.LanguageServer.Protocol;

namespace DigestLsp.LanguageServer;

/// <summary>
/// The one place where the protocol's URIs and the workspace's paths meet. A file is known by its path, a document that was never
/// saved by its URI. A document that the client named keeps the client's spelling of its URI.
/// </summary>
internal sealed class DocumentPaths
{
    private readonly ConcurrentDictionary<string, DocumentUri> _spelled = new();
    private readonly ConcurrentDictionary<string, (DocumentUri Uri, string Path)> _open = new();

    /// <summary>
    /// The path of a document: while it is open, the one that it had when it was opened, wherever links lead meanwhile, and without a look
    /// at the disk.
    /// </summary>
    public string? OpenPathOf(DocumentUri uri) => _open.TryGetValue(uri.ToString(), out var known) ? known.Path : PathOf(uri);

    /// <summary>The path of a document, null for one of another scheme than <c>file</c> and <c>untitled</c>, and for what no file is called.</summary>
    public static string? PathOf(DocumentUri uri) =>
        uri.Scheme switch
        {
            "file" => FilePathOf(uri) is { } path ? RealPath.Of(path) : null,
            "untitled" => uri.ToString(),
            _ => null,
        };

    /// <summary>The path of a document that the client opens; from now on it goes by this URI.</summary>
    public string? Open(DocumentUri uri)
    {
        var path = OpenPathOf(uri);
        if (path is not null)
        {
            _spelled[path] = uri;
            _open[uri.ToString()] = (uri, path);
        }
        return path;
    }

    /// <summary>
    /// The path of a document that the client closes; null while it has it open by another URI, by which the document goes then. Its
    /// spelling is kept where it is another than anybody would expect.
    /// </summary>
    public string? Close(DocumentUri uri)
    {
        var path = _open.TryRemove(uri.ToString(), out var known) ? known.Path : PathOf(uri);
        if (path is null)
        {
            return null;
        }
        if (_open.Values.FirstOrDefault(other => other.Path == path).Uri is { } other)
        {
            if (UriOf(path).ToString() == uri.ToString())
            {
                _spelled[path] = other;
            }
            return null;
        }
        if (UriOf(path).ToString() == CanonicalUriOf(path).ToString())
        {
            _spelled.TryRemove(path, out _);
        }
        return path;
    }

    /// <summary>The URI of a document.</summary>
    public DocumentUri UriOf(string path) => _spelled.GetValueOrDefault(path) ?? CanonicalUriOf(path);

    /// <summary>A link to the start of a stretch, which editors open at that line.</summary>
    public string LinkTo(DocumentRange place) => $"{UriOf(place.Path)}#L{place.Range.Start.Line + 1}";

    /// <summary>The path that a URI names as it is, a drive letter in upper case; null for what no file is called.</summary>
    internal static string? FilePathOf(DocumentUri uri)
    {
        // No system has a path with a NUL in it.
        if (
            uri.Scheme != "file"
            || DocumentUri.GetFileSystemPath(uri) is not { Length: > 0 } path
            || path.Contains('\0', StringComparison.Ordinal)
        )
        {
            return null;
        }
        return path is [>= 'a' and <= 'z', ':', ..] ? char.ToUpperInvariant(path[0]) + path[1..] : path;
    }

    internal static DocumentUri CanonicalUriOf(string path) =>
        path.StartsWith("untitled:", StringComparison.Ordinal) ? DocumentUri.From(path) : DocumentUri.FromFileSystemPath(path);
}
