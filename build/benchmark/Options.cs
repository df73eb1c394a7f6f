namespace FlamingHorse.Narration.Benchmark;

/// <summary>The command line: <c>--name value</c> pairs.</summary>
internal sealed record Options
{
    /// <summary>Folder of the repository.</summary>
    public string Repository { get; init; } = ".";

    /// <summary>
    /// <c>scripted</c> measures the pipeline, <c>mlx</c> the cloned voice, <c>neural</c> the natural one, <c>formulas</c> the reading of
    /// mathematics, <c>listen</c> the ears.
    /// </summary>
    public string Backend { get; init; } = "scripted";

    /// <summary>Segments of the projects that are measured.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [100, 1000];

    /// <summary>Builds behind every figure; the median counts.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>For <c>mlx</c>: the interpreter; empty for the one that a build would find.</summary>
    public string Python { get; init; } = "";

    /// <summary>For <c>mlx</c>: a folder with ref.wav and ref.txt; empty for what the environment names.</summary>
    public string Voice { get; init; } = "";

    /// <summary>For <c>mlx</c>: a model; empty for the final tier's. For <c>listen</c>: the file of Whisper's.</summary>
    public string Model { get; init; } = "";

    /// <exception cref="ArgumentException">An option that is none.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new ArgumentException($"{arguments[i]} needs a value.");
            options = arguments[i] switch
            {
                "--repository" => options with { Repository = Path.GetFullPath(value) },
                "--backend" when value is "scripted" or "mlx" or "neural" or "listen" or "formulas" => options with { Backend = value },
                "--sizes" => options with { Sizes = [.. value.Split(',', ' ').Select(n => int.Parse(n, provider: null))] },
                "--runs" => options with { Runs = int.Parse(value, provider: null) },
                "--python" => options with { Python = value },
                "--voice" => options with { Voice = Path.GetFullPath(value) },
                "--model" => options with { Model = value },
                _ => throw new ArgumentException(
                    $"{arguments[i]} {value} is unknown. Known: --backend scripted|mlx|neural|listen|formulas, --sizes 100,1000,10000, "
                        + "--runs 3, --python "
                        + $"PATH, --voice FOLDER, --model ID."
                ),
            };
        }

        return options;
    }
}
