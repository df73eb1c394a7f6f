namespace FlamingHorse.Narration.Benchmark;

/// <summary>What the command line asks for; see <see cref="BenchmarkCommand"/>.</summary>
internal sealed record Options
{
    /// <summary>Folder of the repository, absolute.</summary>
    public required string Repository { get; init; }

    /// <summary>
    /// <c>scripted</c> measures the pipeline, <c>mlx</c> the cloned voice, <c>neural</c> the natural one, <c>formulas</c> the reading of
    /// mathematics, <c>listen</c> the ears.
    /// </summary>
    public required string Backend { get; init; }

    /// <summary>Segments of the projects that are measured.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Builds behind every figure; the median counts.</summary>
    public required int Runs { get; init; }

    /// <summary>For <c>mlx</c>: the interpreter; empty for the one that a build would find.</summary>
    public required string Python { get; init; }

    /// <summary>For <c>mlx</c>: a folder with ref.wav and ref.txt, absolute; empty for what the environment names.</summary>
    public required string Voice { get; init; }

    /// <summary>For <c>mlx</c>: a model; empty for the final tier's. For <c>listen</c>: the file of Whisper's.</summary>
    public required string Model { get; init; }
}
