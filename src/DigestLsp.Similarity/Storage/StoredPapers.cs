using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DigestLsp.Similarity.Storage;

/// <summary>
/// The papers of an index and the index itself, as sections of a file. All hashes of all papers are one array, of which each paper
/// has a slice, and the index is there ready-built, so that next to nothing is done for a paper when it is read.
/// </summary>
/// <param name="Papers">By the numbers under which they were stored.</param>
/// <param name="Index">The index of these papers.</param>
public sealed record StoredPapers(ImmutableArray<PaperFacts> Papers, DuplicateIndex Index)
{
    /// <summary>To be raised when what is stored means something else, or is computed in another way.</summary>
    public const int Version = 1;

    private const string Hashes = "hashes";
    private const string Records = "papers";
    private const string Identifiers = "identifiers";
    private const string Keys = "keys";
    private const string Owners = "owners";
    private const string Edges = "edges";

    /// <summary>Writes the papers of an index.</summary>
    /// <returns>The number under which each content is stored.</returns>
    public static IReadOnlyDictionary<Hash128, int> Write(StoredFileWriter file, DuplicateIndex index)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(index);
        Segment segment = SegmentBuilder.Single(index.Segments);
        var numbers = new Dictionary<Hash128, int>(segment.Count);
        for (int id = 0; id < segment.Count; id++)
        {
            numbers.Add(segment.Paper(id).Content, id);
        }

        WritePapers(file, segment);
        file.BeginSection(Keys);
        file.Write(segment.Keys);
        file.BeginSection(Owners);
        file.Write(segment.Owners);
        file.BeginSection(Edges);
        foreach ((Hash128 content, ImmutableArray<DuplicateEdge> edges) in index.Edges)
        {
            foreach (DuplicateEdge edge in edges)
            {
                var record = new EdgeRecord(
                    numbers[content],
                    numbers[edge.Other],
                    (long)edge.Match.Kind,
                    edge.Match.Score,
                    edge.Match.Containment
                );
                file.Write(new ReadOnlySpan<EdgeRecord>(in record));
            }
        }

        return numbers;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not that.</exception>
    public static StoredPapers Read(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        PaperFacts[] papers = ReadPapers(file);
        uint[] keys = file.Read<uint>(Keys);
        int[] owners = file.Read<int>(Owners);
        if (keys.Length != owners.Length || !IsSorted(keys) || !AreWithin(owners, papers.Length))
        {
            throw new InvalidDataException("the postings are no postings");
        }

        var segments = papers.Length == 0 ? ImmutableArray<LiveSegment>.Empty : [new LiveSegment(new Segment(papers, keys, owners), [])];
        var index = new DuplicateIndex(segments, ReadEdges(file.Read<EdgeRecord>(Edges), papers), DuplicateIndex.Window);
        return new StoredPapers(ImmutableCollectionsMarshal.AsImmutableArray(papers), index);
    }

    private static void WritePapers(StoredFileWriter file, Segment segment)
    {
        file.BeginSection(Hashes);
        for (int id = 0; id < segment.Count; id++)
        {
            file.Write(segment.Paper(id).Run);
        }

        file.BeginSection(Records);
        var identified = new List<int>();
        for (int id = 0; id < segment.Count; id++)
        {
            PaperFacts paper = segment.Paper(id);
            var record = new PaperRecord(paper.Content, paper.Title, paper.Abstract, paper.TitleIsHardlyMentioned ? 1 : 0);
            file.Write(new ReadOnlySpan<PaperRecord>(in record));
            if (paper.Identifiers != default)
            {
                identified.Add(id);
            }
        }

        file.BeginSection(Identifiers);
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new StoredWriter(bytes);
        writer.WriteCount(identified.Count);
        foreach (int id in identified)
        {
            writer.Write(id);
            writer.Write(segment.Paper(id).Identifiers.Arxiv);
            writer.Write(segment.Paper(id).Identifiers.Doi);
        }

        writer.Flush();
        file.Write(bytes.WrittenSpan);
    }

    private static PaperFacts[] ReadPapers(StoredFile file)
    {
        uint[] hashes = file.Read<uint>(Hashes);
        PaperRecord[] records = file.Read<PaperRecord>(Records);
        Dictionary<int, PaperIdentifiers> identifiers = ReadIdentifiers(file.Read<byte>(Identifiers));
        var papers = new PaperFacts[records.Length];
        long start = 0;
        for (int id = 0; id < papers.Length; id++)
        {
            ref readonly PaperRecord record = ref records[id];
            long end = start + (record.IsValid ? PaperFacts.LengthOfRun(record.Title, record.Abstract) : int.MaxValue);
            if (end > hashes.Length)
            {
                throw new InvalidDataException("a paper's facts are missing");
            }

            papers[id] = new PaperFacts(
                record.Content,
                identifiers.GetValueOrDefault(id),
                record.Title,
                record.Abstract,
                hashes,
                (int)start,
                record.TitleIsHardlyMentioned != 0
            );
            start = end;
        }

        return papers;
    }

    private static Dictionary<int, PaperIdentifiers> ReadIdentifiers(byte[] bytes)
    {
        try
        {
            var reader = new StoredReader(bytes);
            int count = reader.ReadCount();
            var identifiers = new Dictionary<int, PaperIdentifiers>(count);
            for (int i = 0; i < count; i++)
            {
                identifiers.Add(reader.ReadNumber(), new PaperIdentifiers(reader.ReadTextOrNull(), reader.ReadTextOrNull()));
            }

            return identifiers;
        }
        catch (Exception exception) when (StoredReader.IsFault(exception))
        {
            throw new InvalidDataException("the identifiers are broken", exception);
        }
    }

    private static ImmutableDictionary<Hash128, ImmutableArray<DuplicateEdge>> ReadEdges(EdgeRecord[] records, PaperFacts[] papers)
    {
        var edges = ImmutableDictionary.CreateBuilder<Hash128, ImmutableArray<DuplicateEdge>>();
        for (int i = 0; i < records.Length; )
        {
            int end = i + 1;
            while (end < records.Length && records[end].Paper == records[i].Paper)
            {
                end++;
            }

            var list = new DuplicateEdge[end - i];
            for (int j = 0; j < list.Length; j++)
            {
                EdgeRecord record = records[i + j];
                if (
                    (uint)record.Paper >= (uint)papers.Length
                    || (uint)record.Other >= (uint)papers.Length
                    || !Enum.IsDefined((DuplicateKind)record.Kind)
                )
                {
                    throw new InvalidDataException("an edge leads nowhere");
                }

                var match = new DuplicateMatch((DuplicateKind)record.Kind, record.Score, record.Containment);
                list[j] = new DuplicateEdge(papers[record.Other].Content, match);
            }

            if (!edges.TryAdd(papers[records[i].Paper].Content, ImmutableCollectionsMarshal.AsImmutableArray(list)))
            {
                throw new InvalidDataException("a paper's edges are not together");
            }

            i = end;
        }

        return edges.ToImmutable();
    }

    private static bool IsSorted(ReadOnlySpan<uint> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreWithin(ReadOnlySpan<int> owners, int count)
    {
        uint most = 0;
        foreach (int owner in owners)
        {
            most = Math.Max(most, (uint)owner);
        }

        return owners.IsEmpty || most < (uint)count;
    }

    /// <summary>A paper, its hashes apart.</summary>
    private readonly record struct PaperRecord(Hash128 Content, TitleFacts Title, AbstractFacts Abstract, long TitleIsHardlyMentioned)
    {
        /// <summary>Whether the lengths may be lengths, so that adding them up is safe.</summary>
        public bool IsValid =>
            IsLength(Title.ContentWords)
            && IsLength(Title.Length)
            && IsLength(Abstract.ShingleCount)
            && Title.WordCount >= 0
            && Abstract.WordCount >= 0;

        private static bool IsLength(int length) => length is >= 0 and <= 1 << 20;
    }

    private readonly record struct EdgeRecord(int Paper, int Other, long Kind, double Score, double Containment);
}
