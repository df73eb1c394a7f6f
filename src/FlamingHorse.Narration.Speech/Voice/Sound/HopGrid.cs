using System.Numerics;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// A signal in columns of one hop: row r holds samples r, r + hop, r + 2·hop, …, so that the same sample of neighbouring frames lies side by
/// side, where a vector reads it. Padded by half a window before the first sample.
/// </summary>
internal sealed class HopGrid
{
    public const int Hop = 300;
    public const int Window = Fourier.RealTransform.Size;

    /// <summary>Columns that one window covers.</summary>
    private const int Columns = Window / Hop;

    private const int Padding = Window / 2;

    private readonly int _frames;
    private readonly float[] _values;

    public HopGrid(int frames)
    {
        _frames = frames;
        Stride = PaddedStride(frames + Columns);
        _values = new float[Hop * Stride];
    }

    /// <summary>Distance of two rows.</summary>
    private int Stride { get; }

    /// <summary>Room for whole vectors, and an odd number of cache lines, so that rows don't fight for the same places in the cache.</summary>
    public static int PaddedStride(int length) => 16 * (((length + Vector<float>.Count + 15) / 16) | 1);

    /// <summary>Sample n of a vector's width of frames.</summary>
    public Span<float> At(int firstFrame, int sample) =>
        _values.AsSpan((sample % Hop) * Stride + firstFrame + sample / Hop, Vector<float>.Count);

    /// <summary>Fills in a signal of one hop a frame; beyond its edges it is reflected.</summary>
    public void Write(ReadOnlySpan<float> signal)
    {
        for (var column = 0; column < _frames + Columns - 1; column++)
        {
            for (var row = 0; row < Hop; row++)
            {
                _values[row * Stride + column] = signal[Reflect(column * Hop + row - Padding, signal.Length)];
            }
        }
    }

    /// <summary>The middle of the signal, one hop a frame, divided by the sum of squares of the windows that overlap there.</summary>
    public float[] ReadNormalized(ReadOnlySpan<float> window)
    {
        var signal = new float[_frames * Hop];
        for (var frame = 0; frame < _frames; frame++)
        {
            var column = frame + Padding / Hop;
            for (var row = 0; row < Hop; row++)
            {
                var weight = 0f;
                for (var back = Math.Max(0, column - _frames + 1); back < Columns; back++)
                {
                    weight += column >= back ? window[back * Hop + row] * window[back * Hop + row] : 0;
                }

                signal[frame * Hop + row] = _values[row * Stride + column] / weight;
            }
        }

        return signal;
    }

    /// <summary>Without repeating the edge; back and forth where the signal is shorter than the padding.</summary>
    private static int Reflect(int index, int length)
    {
        var period = 2 * (length - 1);
        var folded = Math.Abs(index) % period;
        return folded < length ? folded : period - folded;
    }
}
