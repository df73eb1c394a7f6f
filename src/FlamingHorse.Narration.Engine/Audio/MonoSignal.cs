namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>One channel of sound.</summary>
/// <param name="Samples">Full scale is ±1.</param>
/// <param name="SampleRate">Hz.</param>
public sealed record MonoSignal(float[] Samples, int SampleRate)
{
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
