using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>Complex spectra of many frames, one row a bin, as the network gives them.</summary>
internal sealed class SpectrumGrid(int frames)
{
    private readonly int _stride = HopGrid.PaddedStride(frames);
    private readonly float[] _re = new float[RealTransform.Bins * HopGrid.PaddedStride(frames)];
    private readonly float[] _im = new float[RealTransform.Bins * HopGrid.PaddedStride(frames)];

    public int Frames { get; } = frames;

    /// <summary>Real parts of a bin, with room after the last frame.</summary>
    public Span<float> Re(int bin) => _re.AsSpan(bin * _stride, _stride);

    /// <summary>Imaginary parts of a bin, with room after the last frame.</summary>
    public Span<float> Im(int bin) => _im.AsSpan(bin * _stride, _stride);

    /// <summary>What lies behind the last frame is no frame: vectors read it too.</summary>
    public void ClearPadding()
    {
        for (var bin = 0; bin < RealTransform.Bins; bin++)
        {
            Re(bin)[Frames..].Clear();
            Im(bin)[Frames..].Clear();
        }
    }
}
