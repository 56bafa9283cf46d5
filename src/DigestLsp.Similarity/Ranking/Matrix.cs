using System.Numerics.Tensors;

namespace DigestLsp.Similarity;

/// <summary>A tall dense matrix, row by row.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
internal sealed class Matrix(int rows, int columns)
{
    private readonly float[] _values = new float[rows * columns];

    public int Rows => rows;

    public int Columns => columns;

    /// <summary>One row.</summary>
    public Span<float> Row(int index) => _values.AsSpan(index * columns, columns);

    /// <summary>Evenly distributed values around 0, the same for the same seed.</summary>
    public static Matrix Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var matrix = new Matrix(rows, columns);
        foreach (ref float value in matrix._values.AsSpan())
        {
            value = (2 * random.NextSingle()) - 1;
        }

        return matrix;
    }

    /// <summary>AᵀB, column by column.</summary>
    public static double[] Products(Matrix left, Matrix right)
    {
        int n = left.Columns;
        var products = new double[n * n];
        var block = new float[n * n];
        for (int row = 0; row < left.Rows; row++)
        {
            ReadOnlySpan<float> values = right.Row(row);
            for (int i = 0; i < n; i++)
            {
                Span<float> sums = block.AsSpan(i * n, n);
                TensorPrimitives.MultiplyAdd(values, left.Row(row)[i], sums, sums);
            }

            // Short sums of single precision, long ones of double.
            if ((row & 255) == 255 || row == left.Rows - 1)
            {
                for (int i = 0; i < products.Length; i++)
                {
                    products[i] += block[i];
                }

                Array.Clear(block);
            }
        }

        return products;
    }

    /// <summary>
    /// Makes the columns orthonormal (Cholesky QR): A becomes AR⁻¹, where RᵀR = AᵀA. A column that depends on those before it becomes 0.
    /// </summary>
    public void Orthonormalise()
    {
        int n = columns;
        double[] lower = Cholesky(Products(this, this), n);
        var factors = Array.ConvertAll(lower, value => (float)value);
        for (int row = 0; row < rows; row++)
        {
            Span<float> values = Row(row);
            for (int j = 0; j < n; j++)
            {
                float pivot = factors[(j * n) + j];
                float known = TensorPrimitives.Dot<float>(values[..j], factors.AsSpan(j * n, j));
                values[j] = pivot > 0 ? (values[j] - known) / pivot : 0;
            }
        }
    }

    /// <summary>The transpose of R, row by row.</summary>
    private static double[] Cholesky(double[] gram, int n)
    {
        var lower = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            Span<double> row = lower.AsSpan(i * n, n);
            for (int j = 0; j <= i; j++)
            {
                double sum = gram[(i * n) + j] - TensorPrimitives.Dot<double>(row[..j], lower.AsSpan(j * n, j));
                double pivot = lower[(j * n) + j];
                row[j] =
                    i == j ? (sum > 1e-10 * gram[(i * n) + i] ? Math.Sqrt(sum) : 0)
                    : pivot > 0 ? sum / pivot
                    : 0;
            }
        }

        return lower;
    }

    /// <summary>One row of AV.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="vectors">V, a vector of as many values as this has columns after the other.</param>
    /// <param name="target">Takes a value for each vector.</param>
    public void Rotate(int row, ReadOnlySpan<float> vectors, Span<float> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = TensorPrimitives.Dot(Row(row), vectors.Slice(i * columns, columns));
        }
    }
}
