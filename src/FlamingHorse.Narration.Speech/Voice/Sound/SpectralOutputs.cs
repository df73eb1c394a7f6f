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
    private readonly ReadOnlySpan<float> _harmonicLevel = harmonicLevel;
    private readonly ReadOnlySpan<float> _harmonicPhase = harmonicPhase;
    private readonly ReadOnlySpan<float> _noiseLevel = noiseLevel;
    private readonly ReadOnlySpan<float> _residualLevel = residualLevel;
    private readonly ReadOnlySpan<float> _residualPhase = residualPhase;

    public ReadOnlySpan<float> F0 { get; } = f0;

    /// <summary>Of 12.5 ms.</summary>
    public int Frames => F0.Length;

    public ReadOnlySpan<float> HarmonicLevel(int bin) => Row(_harmonicLevel, bin);

    public ReadOnlySpan<float> HarmonicPhase(int bin) => Row(_harmonicPhase, bin);

    public ReadOnlySpan<float> NoiseLevel(int bin) => Row(_noiseLevel, bin);

    public ReadOnlySpan<float> ResidualLevel(int bin) => Row(_residualLevel, bin);

    public ReadOnlySpan<float> ResidualPhase(int bin) => Row(_residualPhase, bin);

    private ReadOnlySpan<float> Row(ReadOnlySpan<float> map, int bin) => map.Slice(bin * Frames, Frames);
}
