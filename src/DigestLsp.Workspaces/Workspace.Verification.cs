using System.Buffers;
using System.Collections.Concurrent;

namespace DigestLsp.Workspaces;

public sealed partial class Workspace
{
    private readonly ConcurrentQueue<Document> _unverified = new();

    /// <summary>
    /// Looks whether some of the documents that came from the cache are what their files hold, and reads again what is not: size and
    /// time were only trusted to begin with.
    /// </summary>
    /// <param name="count">How many are looked at.</param>
    /// <returns>Whether there are more.</returns>
    public bool Verify(int count)
    {
        var changed = new List<string>();
        for (; count > 0 && _unverified.TryDequeue(out var document); count--)
        {
            if (ReferenceEquals(Current.GetDocument(document.Path), document) && !IsWhatItWasReadFrom(document))
            {
                changed.Add(document.Path);
            }
        }
        if (changed.Count > 0)
        {
            Refresh(changed);
        }
        return !_unverified.IsEmpty;
    }

    private static bool IsWhatItWasReadFrom(Document document)
    {
        if (!RegularFile.Exists(document.Path))
        {
            return false;
        }
        try
        {
            using var stream = new FileStream(document.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(stream.Length, Array.MaxLength));
            try
            {
                return document.WasReadFrom(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
