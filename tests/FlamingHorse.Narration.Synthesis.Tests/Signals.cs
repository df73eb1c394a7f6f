using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests;

/// <summary>Sounds to measure with.</summary>
internal static class Signals
{
    public static MonoSignal Tone(double seconds, double amplitude = 0.3, double frequency = 997, int rate = 24000) =>
        new(
            [.. Enumerable.Range(0, (int)(seconds * rate)).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * frequency * i / rate)))],
            rate
        );

    public static MonoSignal Silence(double seconds, int rate = 24000) => new(new float[(int)(seconds * rate)], rate);

    public static MonoSignal Then(this MonoSignal first, MonoSignal next) => first with { Samples = [.. first.Samples, .. next.Samples] };
}
