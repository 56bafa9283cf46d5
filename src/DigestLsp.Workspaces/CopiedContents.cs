using System.Collections.Immutable;
using DigestLsp.Similarity;
using Contents = System.Collections.Immutable.ImmutableHashSet<DigestLsp.Similarity.Hash128>;

namespace DigestLsp.Workspaces;

/// <summary>
/// For each document, those of its contents that stand in more than one place or resemble another content: so that after a keystroke
/// nobody has to ask thousands of papers whether they have copies.
/// </summary>
/// <param name="ByPath">The contents by the document's path; no entry where there are none.</param>
internal sealed record CopiedContents(ImmutableDictionary<string, Contents> ByPath)
{
    /// <summary>No document.</summary>
    public static CopiedContents None { get; } = new(ImmutableDictionary<string, Contents>.Empty);

    /// <summary>Those of a document.</summary>
    public Contents Of(string path) => ByPath.GetValueOrDefault(path, []);

    /// <summary>These after some contents came to stand, or ceased to stand, somewhere or to resemble others.</summary>
    /// <param name="touched">Those contents.</param>
    /// <param name="before">Where each stood, one path for each place.</param>
    /// <param name="after">Where each stands.</param>
    /// <param name="index">Which contents resemble each other now.</param>
    public CopiedContents After(IEnumerable<Hash128> touched, ContentPaths before, ContentPaths after, DuplicateIndex index)
    {
        var changed = new Dictionary<string, Contents.Builder>();
        foreach (var content in touched)
        {
            ImmutableArray<string> places = after.TryGetValue(content, out var now) ? now : [];
            var isCopied = places.Length > 1 || (places.Length == 1 && !index.EdgesOf(content).IsEmpty);
            var wasThere = before.TryGetValue(content, out var old);
            if (!wasThere && !isCopied)
            {
                continue;
            }
            if (wasThere)
            {
                foreach (var path in old.Except(places))
                {
                    Set(path, content, isCopied: false);
                }
            }
            foreach (var path in places)
            {
                Set(path, content, isCopied);
            }
        }
        return changed.Count == 0 ? this : new(With(changed));

        void Set(string path, Hash128 content, bool isCopied)
        {
            if (!changed.TryGetValue(path, out var contents))
            {
                var known = Of(path);
                if (known.Contains(content) == isCopied)
                {
                    return;
                }
                changed.Add(path, contents = known.ToBuilder());
            }
            _ = isCopied ? contents.Add(content) : contents.Remove(content);
        }
    }

    private ImmutableDictionary<string, Contents> With(Dictionary<string, Contents.Builder> changed)
    {
        var byPath = ByPath.ToBuilder();
        foreach (var (path, contents) in changed)
        {
            if (contents.Count == 0)
            {
                byPath.Remove(path);
            }
            else
            {
                byPath[path] = contents.ToImmutable();
            }
        }
        return byPath.ToImmutable();
    }
}
