using System.Numerics;
using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>The short-time transform of a signal with reflected edges, divided by the hop, block by block.</summary>
internal sealed class Analysis(RealTransform transform)
{
    private readonly HopBlock _block = new();

    /// <summary>Puts the spectra of a vector's width of frames into the transform's. Blocks are asked for in order.</summary>
    /// <param name="signal">One hop a frame.</param>
    /// <param name="frame">The first of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transform(ReadOnlySpan<float> signal, int frame)
    {
        if (frame > 0)
        {
            _block.Advance();
        }

        for (var column = frame == 0 ? 0 : HopWindow.Columns - 1; column < HopWindow.Width + HopWindow.Columns - 1; column++)
        {
            Write(column, signal, (frame + column) * HopWindow.Hop - HopWindow.Padding);
        }

        var (window, points) = (HopWindow.Values, transform.Points);
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new(
                new Vector<float>(_block.At(2 * i)) * (window[2 * i] / HopWindow.Hop),
                new Vector<float>(_block.At(2 * i + 1)) * (window[2 * i + 1] / HopWindow.Hop)
            );
        }

        transform.Forward();
    }

    private void Write(int column, ReadOnlySpan<float> signal, int start)
    {
        if (start >= 0 && start + HopWindow.Hop <= signal.Length)
        {
            var hop = signal.Slice(start, HopWindow.Hop);
            for (var row = 0; row < hop.Length; row++)
            {
                _block.At(column, row) = hop[row];
            }
        }
        else
        {
            for (var row = 0; row < HopWindow.Hop; row++)
            {
                _block.At(column, row) = signal[Reflect(start + row, signal.Length)];
            }
        }
    }

    /// <summary>Without repeating the edge; back and forth if the signal is shorter than the part to fill.</summary>
    private static int Reflect(int index, int length)
    {
        var period = 2 * (length - 1);
        var folded = Math.Abs(index) % period;
        return folded < length ? folded : period - folded;
    }
}
