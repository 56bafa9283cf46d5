namespace DigestLsp.Similarity;

/// <summary>Eigenvectors of small symmetric matrices by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5).</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 30;

    /// <summary>The eigenvectors of the largest eigenvalues, largest first, one after the other.</summary>
    /// <param name="matrix">The matrix, n × n, of which the upper half counts; it is overwritten.</param>
    /// <param name="n">Its size.</param>
    /// <param name="count">How many vectors to return.</param>
    public static double[] LeadingVectors(double[] matrix, int n, int count)
    {
        var vectors = new double[n * n];
        double diagonal = 0;
        for (int i = 0; i < n; i++)
        {
            vectors[i * n + i] = 1;
            diagonal += matrix[i * n + i] * matrix[i * n + i];
            for (int j = 0; j < i; j++)
            {
                matrix[i * n + j] = matrix[j * n + i];
            }
        }

        for (int sweep = 0; sweep < MaxSweeps && Sweep(matrix, vectors, n) > 1e-18 * diagonal; sweep++) { }
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => matrix[i * n + i]).Take(count)];
        return [.. order.SelectMany(i => vectors[(i * n)..((i + 1) * n)])];
    }

    /// <summary>Rotates away every element beside the diagonal once; rows of <paramref name="vectors"/> become eigenvectors.</summary>
    /// <returns>The sum of their squares before.</returns>
    private static double Sweep(double[] matrix, double[] vectors, int n)
    {
        double rest = 0;
        for (int p = 0; p < n; p++)
        {
            for (int q = p + 1; q < n; q++)
            {
                double off = matrix[p * n + q];
                if (off == 0)
                {
                    continue;
                }

                rest += off * off;
                double theta = (matrix[q * n + q] - matrix[p * n + p]) / (2 * off);
                double tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
                double cosine = 1 / Math.Sqrt(tangent * tangent + 1);
                double sine = tangent * cosine;
                for (int k = 0; k < n; k++)
                {
                    (matrix[k * n + p], matrix[k * n + q]) = Rotated(matrix[k * n + p], matrix[k * n + q]);
                }

                for (int k = 0; k < n; k++)
                {
                    (matrix[p * n + k], matrix[q * n + k]) = Rotated(matrix[p * n + k], matrix[q * n + k]);
                    (vectors[p * n + k], vectors[q * n + k]) = Rotated(vectors[p * n + k], vectors[q * n + k]);
                }

                (double, double) Rotated(double x, double y) => (cosine * x - sine * y, sine * x + cosine * y);
            }
        }

        return rest;
    }
}
