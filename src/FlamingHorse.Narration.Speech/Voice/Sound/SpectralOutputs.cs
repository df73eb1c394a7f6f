namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>What the network says about the sound: five maps of 601 bins × frames, row by row, and the pitch.</summary>
/// <param name="harmonicLevel"><c>lh</c>: natural logarithm of the harmonic part's gain.</param>
/// <param name="harmonicPhase"><c>theta</c>: its phase is π · tanh of this.</param>
/// <param name="noiseLevel"><c>ln</c>.</param>
/// <param name="residualLevel"><c>lr</c>.</param>
/// <param name="residualPhase"><c>phi</c>, radians.</param>
/// <param name="f0">Hz, one a frame.</param>
internal readonly ref struct SpectralOutputs(
    ReadOnlySpan<float> harmonicLevel,
    ReadOnlySpan<float> harmonicPhase,
    ReadOnlySpan<float> noiseLevel,
    ReadOnlySpan<float> residualLevel,
    ReadOnlySpan<float> residualPhase,
    ReadOnlySpan<float> f0
)
{
    public ReadOnlySpan<float> HarmonicLevel { get; } = harmonicLevel;

    public ReadOnlySpan<float> HarmonicPhase { get; } = harmonicPhase;

    public ReadOnlySpan<float> NoiseLevel { get; } = noiseLevel;

    public ReadOnlySpan<float> ResidualLevel { get; } = residualLevel;

    public ReadOnlySpan<float> ResidualPhase { get; } = residualPhase;

    public ReadOnlySpan<float> F0 { get; } = f0;

    /// <summary>Of 12.5 ms.</summary>
    public int Frames => F0.Length;
}
