using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace DigestLsp.Similarity;

/// <summary>Vectors, a byte a value and a scale for each, for finding those that point the same way. Immutable once filled.</summary>
/// <param name="dimensions">Values of a vector.</param>
/// <param name="count">The number of vectors.</param>
internal sealed class LatentVectors(int dimensions, int count)
{
    /// <summary>Values that are multiplied at once; vectors are padded with zeros to a multiple of it.</summary>
    private const int Block = 32;

    private readonly int _stride = (dimensions + Block - 1) / Block * Block;
    private readonly sbyte[] _values = new sbyte[(dimensions + Block - 1) / Block * Block * count];
    private readonly float[] _scales = new float[count];

    /// <summary>Sets a vector.</summary>
    public void Set(int index, ReadOnlySpan<float> vector) => _scales[index] = Round(vector, _values.AsSpan(index * _stride, _stride));

    /// <summary>Adds a multiple of a vector to a sum.</summary>
    public void AddTo(Span<float> sum, int index, float weight)
    {
        ReadOnlySpan<sbyte> values = _values.AsSpan(index * _stride, _stride);
        var factor = new Vector<float>(weight * _scales[index]);
        int i = 0;
        for (; i + Vector<sbyte>.Count <= sum.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(values[i..]), out Vector<short> low, out Vector<short> high);
            Vector.Widen(low, out Vector<int> first, out Vector<int> second);
            Vector.Widen(high, out Vector<int> third, out Vector<int> fourth);
            Span<float> target = sum[i..];
            Add(first, target);
            Add(second, target[Vector<float>.Count..]);
            Add(third, target[(2 * Vector<float>.Count)..]);
            Add(fourth, target[(3 * Vector<float>.Count)..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += values[i] * factor[0];
        }

        void Add(Vector<int> part, Span<float> target) =>
            (new Vector<float>(target) + (Vector.ConvertToSingle(part) * factor)).CopyTo(target);
    }

    /// <summary>Makes another vector ready to be compared with these.</summary>
    public Comparison With(ReadOnlySpan<float> vector)
    {
        var rounded = new sbyte[_stride];
        return new Comparison(this, rounded, Round(vector, rounded));
    }

    private static float Round(ReadOnlySpan<float> vector, Span<sbyte> target)
    {
        float largest = vector.IsEmpty ? 0 : TensorPrimitives.MaxMagnitude(vector);
        float largestMagnitude = Math.Abs(largest);
        for (int i = 0; i < vector.Length && largestMagnitude > 0; i++)
        {
            target[i] = (sbyte)MathF.Round(vector[i] / largestMagnitude * sbyte.MaxValue);
        }

        return largestMagnitude / sbyte.MaxValue;
    }

    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = Vector256<int>.Zero;
        for (int i = 0; i < left.Length; i += Block)
        {
            (Vector256<short> lowLeft, Vector256<short> highLeft) = Vector256.Widen(Vector256.Create(left[i..]));
            (Vector256<short> lowRight, Vector256<short> highRight) = Vector256.Widen(Vector256.Create(right[i..]));
            // Two products of bytes fit into 16 bits together.
            (Vector256<int> low, Vector256<int> high) = Vector256.Widen((lowLeft * lowRight) + (highLeft * highRight));
            sum += low + high;
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Another vector, rounded like these.</summary>
    public readonly struct Comparison
    {
        private readonly LatentVectors _vectors;
        private readonly sbyte[] _rounded;
        private readonly float _scale;

        internal Comparison(LatentVectors vectors, sbyte[] rounded, float scale)
        {
            _vectors = vectors;
            _rounded = rounded;
            _scale = scale;
        }

        /// <summary>Its cosine with a vector, where both are of length 1; 0 where vectors have no values.</summary>
        public float Cosine(int index) =>
            Dot(_rounded, _vectors._values.AsSpan(index * _rounded.Length, _rounded.Length)) * _scale * _vectors._scales[index];
    }
}
