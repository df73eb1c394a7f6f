using FlamingHorse.Narration.Speech.Voice.Fourier;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// Spectra to samples, a vector's width of frames at a time, so that all work stays in the cache. Not for use by two threads.
/// </summary>
internal sealed class Vocoder
{
    private readonly RealTransform _transform = new();
    private readonly SpectralMix _mix = new();
    private readonly PulseTrain _pulses;
    private readonly Analysis _analysis;
    private readonly OverlapAdd _overlap;
    private float[] _source = [];
    private float[] _samples = [];

    /// <param name="sampleRate">Hz.</param>
    public Vocoder(int sampleRate)
    {
        _pulses = new(HopWindow.Hop, sampleRate);
        _analysis = new(_transform);
        _overlap = new(_transform);
    }

    /// <param name="outputs">The network's.</param>
    /// <param name="noise">Null leaves the noise out, as in the reference's noise-free waveforms.</param>
    /// <param name="firstFrame">Where these frames begin in the clip, for the noise.</param>
    /// <returns>300 samples a frame, about ±1; valid until the next call.</returns>
    public ReadOnlySpan<float> Render(SpectralOutputs outputs, NoiseGenerator? noise, long firstFrame)
    {
        var length = outputs.Frames * HopWindow.Hop;
        if (_samples.Length < length)
        {
            (_source, _samples) = (new float[length], new float[length]);
        }

        var pulses = _source.AsSpan(0, length);
        var samples = _samples.AsSpan(0, length);
        _pulses.Make(outputs.F0, pulses);
        for (var frame = 0; frame < outputs.Frames; frame += HopWindow.Width)
        {
            _analysis.Transform(pulses, frame);
            _mix.Apply(outputs, frame, noise, firstFrame + frame, _transform.Spectrum);
            _overlap.Add(samples, frame);
        }

        return samples;
    }
}
