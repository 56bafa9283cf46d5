using System.Numerics.Tensors;

namespace DigestLsp.Similarity;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): directions in which the words of papers vary together, so that papers are
/// near each other that say the same in other words. Learnt from the papers themselves by randomized subspace iteration (Halko,
/// Martinsson and Tropp 2011) from a fixed seed, so that the same papers give the same space. Immutable.
/// </summary>
internal sealed class LatentSpace
{
    /// <summary>Papers that it is learnt from at most, evenly spread: more change little and cost much.</summary>
    private const int SampleSize = 20_000;

    /// <summary>A word of fewer papers than this says nothing of what goes together.</summary>
    private const int LeastPapers = 5;

    private const int Iterations = 3;
    private const int Oversampling = 16;
    private const int MostDimensions = 96;
    private const int FewestDimensions = 8;
    private const int Seed = 20_260_321;

    private readonly int[] _rowOf;
    private readonly LatentVectors _directions;

    private LatentSpace(int dimensions, int[] rowOf, LatentVectors directions)
    {
        Dimensions = dimensions;
        _rowOf = rowOf;
        _directions = directions;
    }

    /// <summary>The number of directions; 0 where there are too few papers to learn from.</summary>
    public int Dimensions { get; }

    /// <summary>Learns a space.</summary>
    /// <param name="vocabulary">The words.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="parallel">How many processors it may keep busy.</param>
    public static LatentSpace Learn(Vocabulary vocabulary, IReadOnlyList<PaperWords> papers, ParallelOptions parallel)
    {
        var rowOf = new int[vocabulary.Count];
        int rows = 0;
        for (int i = 0; i < rowOf.Length; i++)
        {
            rowOf[i] = vocabulary.PaperCount(i) >= LeastPapers ? rows++ : -1;
        }

        int dimensions = DimensionsFor(papers.Count);
        int width = dimensions + Oversampling;
        if (dimensions < FewestDimensions || rows < width)
        {
            return new LatentSpace(0, rowOf, new LatentVectors(0, rows));
        }

        int step = Math.Max(1, papers.Count / SampleSize);
        PaperWords[] sample = [.. papers.Where((_, i) => i % step == 0)];
        var weights = SparseMatrix.Of(vocabulary, sample, rowOf, rows);
        SparseMatrix transposed = weights.Transpose();
        var basis = Matrix.Random(rows, width, Seed);
        var places = new Matrix(weights.Rows, width);
        for (int i = 0; i < Iterations; i++)
        {
            basis.Orthonormalise();
            weights.Multiply(basis, places, parallel);
            transposed.Multiply(places, basis, parallel);
        }

        basis.Orthonormalise();
        weights.Multiply(basis, places, parallel);
        double[] gram = Matrix.Products(places, places);
        float[] vectors = Array.ConvertAll(SymmetricEigen.LeadingVectors(gram, width, dimensions), value => (float)value);
        var directions = new LatentVectors(dimensions, rows);
        var direction = new float[dimensions];
        for (int row = 0; row < rows; row++)
        {
            basis.Rotate(row, vectors, direction);
            directions.Set(row, direction);
        }

        return new LatentSpace(dimensions, rowOf, directions);
    }

    /// <summary>Where a paper stands: a vector of length 1, or 0 where it holds none of the words.</summary>
    public void Project(WeightedWords paper, Span<float> target)
    {
        target.Clear();
        for (int i = 0; i < paper.Count; i++)
        {
            int row = _rowOf[paper.Word(i)];
            if (row >= 0)
            {
                _directions.AddTo(target, row, paper.Weight(i));
            }
        }

        float norm = TensorPrimitives.Norm<float>(target);
        if (norm > 0)
        {
            TensorPrimitives.Divide(target, norm, target);
        }
    }

    /// <summary>More papers have more to tell apart, up to what one can afford to keep of each.</summary>
    private static int DimensionsFor(int papers) => Math.Min(MostDimensions, (int)(1.25 * Math.Sqrt(papers)));
}
