using System.Numerics;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>Periodic Hann window of 1200 samples at a hop of 300, centred: a signal is padded by half a window on both sides.</summary>
internal static class HopWindow
{
    public const int Size = Fourier.RealTransform.Size;
    public const int Hop = 300;

    /// <summary>Hops that one window covers.</summary>
    public const int Columns = Size / Hop;

    public const int Padding = Size / 2;

    /// <summary>Frames that are worked on at once.</summary>
    public static int Width => Vector<float>.Count;

    public static float[] Values { get; } =
    [.. Enumerable.Range(0, Size).Select(n => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / Size)))];
}
