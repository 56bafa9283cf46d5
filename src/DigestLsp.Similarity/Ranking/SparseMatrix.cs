using System.Numerics.Tensors;

namespace DigestLsp.Similarity;

/// <summary>A matrix of which most values are 0, in compressed sparse rows (Golub and Van Loan, Matrix Computations, 11.1). Immutable.</summary>
internal sealed class SparseMatrix
{
    private readonly int _columnCount;
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private SparseMatrix(int columnCount, int[] starts, int[] columns, float[] values)
    {
        _columnCount = columnCount;
        _starts = starts;
        _columns = columns;
        _values = values;
    }

    /// <summary>The number of rows.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>The weights of words in papers: a row for each paper, a column for each word that has one.</summary>
    /// <param name="vocabulary">The words.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="columnOf">The column of each word by its number, −1 for none.</param>
    /// <param name="columnCount">The number of columns.</param>
    public static SparseMatrix Of(Vocabulary vocabulary, IReadOnlyList<PaperWords> papers, int[] columnOf, int columnCount)
    {
        // No list that grows: these are large, and what it leaves behind stays for long.
        int most = papers.Sum(paper => paper.Words.Length);
        var starts = new int[papers.Count + 1];
        var columns = new int[most];
        var values = new float[most];
        for (int row = 0; row < papers.Count; row++)
        {
            var paper = WeightedWords.Of(vocabulary, papers[row]);
            int end = starts[row];
            for (int i = 0; i < paper.Count; i++)
            {
                int column = columnOf[paper.Word(i)];
                if (column >= 0)
                {
                    columns[end] = column;
                    values[end++] = paper.Weight(i);
                }
            }

            starts[row + 1] = end;
        }

        return new SparseMatrix(columnCount, starts, columns, values);
    }

    /// <summary>Aᵀ.</summary>
    public SparseMatrix Transpose()
    {
        var starts = new int[_columnCount + 1];
        foreach (int column in _columns.AsSpan(0, _starts[^1]))
        {
            starts[column + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        int[] ends = starts[..^1];
        var columns = new int[starts[^1]];
        var values = new float[starts[^1]];
        for (int row = 0; row < Rows; row++)
        {
            for (int i = _starts[row]; i < _starts[row + 1]; i++)
            {
                int end = ends[_columns[i]]++;
                columns[end] = row;
                values[end] = _values[i];
            }
        }

        return new SparseMatrix(Rows, starts, columns, values);
    }

    /// <summary>AB. Each row is summed by itself and in order, so that it comes out the same on every machine.</summary>
    /// <param name="right">B.</param>
    /// <param name="target">Takes the product; it has as many rows as A, and as many columns as B.</param>
    /// <param name="parallel">How many processors it may keep busy.</param>
    public void Multiply(Matrix right, Matrix target, ParallelOptions parallel) =>
        Parallel.For(
            0,
            Rows,
            parallel,
            row =>
            {
                Span<float> sum = target.Row(row);
                sum.Clear();
                for (int i = _starts[row]; i < _starts[row + 1]; i++)
                {
                    TensorPrimitives.MultiplyAdd(right.Row(_columns[i]), _values[i], sum, sum);
                }
            }
        );
}
