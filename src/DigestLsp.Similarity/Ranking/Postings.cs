namespace DigestLsp.Similarity;

/// <summary>
/// For each word, the papers that hold it and how often: an inverted list of a byte or two an entry, since a paper is written as the
/// distance from the one before it. Immutable.
/// </summary>
internal sealed class Postings
{
    /// <summary>Occurrences share a number with the distance; more than eight of a word count as eight.</summary>
    private const int CountBits = 3;

    private readonly byte[] _bytes;
    private readonly int[] _starts;

    private Postings(byte[] bytes, int[] starts)
    {
        _bytes = bytes;
        _starts = starts;
    }

    /// <summary>Lists the papers of each word, in the order in which they are given.</summary>
    public static Postings Build(Vocabulary vocabulary, IReadOnlyList<PaperWords> papers)
    {
        var starts = new int[vocabulary.Count + 1];
        ForEach((word, entry) => starts[word + 1] += LengthOf(entry));
        for (int i = 0; i < vocabulary.Count; i++)
        {
            starts[i + 1] = checked(starts[i] + starts[i + 1]);
        }

        var bytes = new byte[starts[^1]];
        int[] ends = [.. starts];
        ForEach((word, entry) => Write(bytes, ref ends[word], entry));
        return new Postings(bytes, starts);

        void ForEach(Action<int, uint> visit)
        {
            var previous = new int[vocabulary.Count];
            for (int paper = 0; paper < papers.Count; paper++)
            {
                for (int i = 0; i < papers[paper].Words.Length; i++)
                {
                    int word = vocabulary.IndexOf(papers[paper].Words[i]);
                    if (word >= 0)
                    {
                        int count = Math.Min((int)papers[paper].Counts[i], 1 << CountBits) - 1;
                        visit(word, (uint)((paper - previous[word]) << CountBits | count));
                        previous[word] = paper;
                    }
                }
            }
        }
    }

    /// <summary>The papers of a word.</summary>
    public Enumerator Of(int word) => new(_bytes.AsSpan(_starts[word], _starts[word + 1] - _starts[word]));

    private static int LengthOf(uint entry)
    {
        int length = 1;
        for (; entry >= 0x80; entry >>= 7)
        {
            length++;
        }

        return length;
    }

    private static void Write(byte[] bytes, ref int position, uint entry)
    {
        for (; entry >= 0x80; entry >>= 7)
        {
            bytes[position++] = (byte)(entry | 0x80);
        }

        bytes[position++] = (byte)entry;
    }

    /// <summary>Walks over the papers of a word.</summary>
    /// <param name="bytes">What is left of the list.</param>
    public ref struct Enumerator(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _position;

        /// <summary>The paper.</summary>
        public int Paper { get; private set; }

        /// <summary>How often it holds the word, eight at most.</summary>
        public int Count { get; private set; }

        /// <summary>Goes on to the next paper.</summary>
        public bool MoveNext()
        {
            if (_position >= _bytes.Length)
            {
                return false;
            }

            uint entry = _bytes[_position++];
            if (entry >= 0x80)
            {
                entry &= 0x7f;
                for (int shift = 7; ; shift += 7)
                {
                    byte next = _bytes[_position++];
                    entry |= (uint)(next & 0x7f) << shift;
                    if (next < 0x80)
                    {
                        break;
                    }
                }
            }

            Paper += (int)(entry >> CountBits);
            Count = (int)(entry & ((1 << CountBits) - 1)) + 1;
            return true;
        }
    }
}
