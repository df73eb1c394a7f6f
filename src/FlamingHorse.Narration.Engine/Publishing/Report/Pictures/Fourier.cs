namespace FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

/// <summary>The discrete Fourier transform of one size, a power of two, with its tables made once.</summary>
internal sealed class Fourier
{
    private readonly int[] _order;
    private readonly float[] _cosine;
    private readonly float[] _sine;

    public Fourier(int size)
    {
        _order = new int[size];
        for (int i = 1, bit = size >> 1; i < size; i++)
        {
            _order[i] = (_order[i >> 1] >> 1) | ((i & 1) == 1 ? bit : 0);
        }

        _cosine = [.. Enumerable.Range(0, size / 2).Select(i => (float)Math.Cos(2 * Math.PI * i / size))];
        _sine = [.. Enumerable.Range(0, size / 2).Select(i => (float)-Math.Sin(2 * Math.PI * i / size))];
    }

    public int Size => _order.Length;

    /// <summary>In place: real and imaginary parts of <see cref="Size"/> values.</summary>
    public void Transform(Span<float> real, Span<float> imaginary)
    {
        for (var i = 0; i < Size; i++)
        {
            if (_order[i] is var j && j > i)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }

        for (var half = 1; half < Size; half <<= 1)
        {
            var stride = Size / (2 * half);
            for (var start = 0; start < Size; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var (low, high) = (start + k, start + k + half);
                    var (cosine, sine) = (_cosine[k * stride], _sine[k * stride]);
                    var turnedReal = real[high] * cosine - imaginary[high] * sine;
                    var turnedImaginary = real[high] * sine + imaginary[high] * cosine;
                    (real[high], imaginary[high]) = (real[low] - turnedReal, imaginary[low] - turnedImaginary);
                    (real[low], imaginary[low]) = (real[low] + turnedReal, imaginary[low] + turnedImaginary);
                }
            }
        }
    }
}
