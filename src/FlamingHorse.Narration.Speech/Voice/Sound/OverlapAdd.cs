using System.Numerics;
using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>The inverse short-time transform: windowed frames added up, normalized by the summed squared windows, block by block.</summary>
internal sealed class OverlapAdd(RealTransform transform)
{
    private const int PaddedHops = HopWindow.Padding / HopWindow.Hop;

    /// <summary>One over the sum of squares where all windows overlap.</summary>
    private static readonly float[] _inner = [.. Enumerable.Range(0, HopWindow.Hop).Select(row => 1 / Weight(row, 0, HopWindow.Columns))];

    private readonly HopBlock _block = new();

    /// <summary>Adds the transform's spectra, and writes what no later frame touches.</summary>
    /// <param name="signal">One hop a frame.</param>
    /// <param name="frame">The first of the block; lanes after the last frame hold nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(Span<float> signal, int frame)
    {
        transform.Inverse();
        var (window, points) = (HopWindow.Values, transform.Points);
        for (var i = 0; i < points.Length; i++)
        {
            var even = _block.At(2 * i);
            (new Vector<float>(even) + points[i].Re * window[2 * i]).CopyTo(even);
            var odd = _block.At(2 * i + 1);
            (new Vector<float>(odd) + points[i].Im * window[2 * i + 1]).CopyTo(odd);
        }

        var frames = signal.Length / HopWindow.Hop;
        var isLast = frame + HopWindow.Width >= frames;
        var columns = isLast ? frames + PaddedHops - frame : HopWindow.Width;
        for (var column = 0; column < columns; column++)
        {
            if (frame + column >= PaddedHops)
            {
                Read(column, frame + column, frames, signal.Slice((frame + column - PaddedHops) * HopWindow.Hop, HopWindow.Hop));
            }
        }

        if (isLast)
        {
            _block.Clear();
        }
        else
        {
            _block.Advance();
        }
    }

    private void Read(int column, int hop, int frames, Span<float> target)
    {
        // Frames hop − 3 … hop cover it, as far as there are such frames.
        var (from, to) = (Math.Max(0, hop - frames + 1), Math.Min(HopWindow.Columns, hop + 1));
        if (to - from == HopWindow.Columns)
        {
            var inner = _inner;
            for (var row = 0; row < target.Length; row++)
            {
                target[row] = _block.At(column, row) * inner[row];
            }
        }
        else
        {
            for (var row = 0; row < target.Length; row++)
            {
                target[row] = _block.At(column, row) / Weight(row, from, to);
            }
        }
    }

    private static float Weight(int row, int from, int to)
    {
        var weight = 0f;
        for (var back = from; back < to; back++)
        {
            var value = HopWindow.Values[back * HopWindow.Hop + row];
            weight += value * value;
        }

        return weight;
    }
}
