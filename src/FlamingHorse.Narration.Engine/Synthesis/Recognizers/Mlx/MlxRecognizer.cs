using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;

/// <summary>
/// The package's own worker as a recognizer: Qwen3-ASR, its aligner, and likeness. The worker finds the models in the hub's cache, and says
/// what is missing.
/// </summary>
internal static class MlxRecognizer
{
    public const string Name = "mlx";

    /// <summary>As in the worker's <c>ears.py</c>; a test holds them together.</summary>
    public const string DefaultModel = "mlx-community/Qwen3-ASR-0.6B-8bit";

    /// <inheritdoc cref="DefaultModel"/>
    public const string DefaultAligner = "mlx-community/Qwen3-ForcedAligner-0.6B-8bit";

    /// <summary>A hub id or a folder; what ends in <c>.bin</c> is Whisper's.</summary>
    public static bool IsModel(string name) =>
        name.Contains('/', StringComparison.Ordinal) && !name.EndsWith(".bin", StringComparison.Ordinal);

    /// <summary>As <c>NarrationRecognizerModel</c> has it; null: the worker's own choice.</summary>
    public static string? Model(NarrationSettings settings, string projectDirectory) =>
        Locate(settings.Values.Get(SettingsTable.RecognizerModel).FirstOrDefault(IsModel), projectDirectory);

    /// <summary>As <c>NarrationAlignerModel</c> has it; null: the worker's own choice.</summary>
    public static string? Aligner(NarrationSettings settings, string projectDirectory) =>
        Locate(settings.Values.Get(SettingsTable.AlignerModel), projectDirectory);

    /// <summary>Somebody said that it is to listen: by its name or by a model.</summary>
    public static bool IsWanted(NarrationSettings settings) =>
        settings.Check != CheckMode.Off
        && (
            settings.Values.Get(SettingsTable.Recognizer).Contains(Name, StringComparer.OrdinalIgnoreCase)
            || settings.Values.Get(SettingsTable.RecognizerModel).Any(IsModel)
            || settings.Values.Get(SettingsTable.AlignerModel).Length > 0
        );

    /// <summary>Models that set-up fetches with the voice's: those of a recognizer that listens unasked.</summary>
    public static IReadOnlyList<string> ToFetch(NarrationSettings settings, string projectDirectory)
    {
        var names = settings.Values.Get(SettingsTable.Recognizer);
        var listens = names.Any(name =>
            Name.Equals(name, StringComparison.OrdinalIgnoreCase) || name.Equals("Auto", StringComparison.OrdinalIgnoreCase)
        );
        string[] models = [Model(settings, projectDirectory) ?? DefaultModel, Aligner(settings, projectDirectory) ?? DefaultAligner];
        return listens && settings.Check != CheckMode.Off ? [.. models.Where(model => !Directory.Exists(model))] : [];
    }

    /// <param name="settings">As configured.</param>
    /// <param name="projectDirectory">Where relative paths start.</param>
    /// <param name="workersDirectory">The package's folder of workers.</param>
    /// <param name="isOptional">Nobody named it: what it lacks is not told.</param>
    public static ProtocolSetup Describe(NarrationSettings settings, string projectDirectory, string workersDirectory, bool isOptional) =>
        new(
            Name,
            new ChildCommand(settings.Worker.Python, [MlxProgram.Script(workersDirectory)])
            {
                Environment = ChildEnvironment.ForWorker(settings.Machine.Environment, settings.Worker.Variables, allowDownload: false),
                WorkingDirectory = workersDirectory, // a folder named like a module beside the project must not be imported
            },
            HeardParts.All
        )
        {
            Model = Model(settings, projectDirectory),
            Aligner = Aligner(settings, projectDirectory),
            IsOptional = isOptional,
            MachineLock = Path.Combine(settings.Machine.LockDirectory, new MlxProgram().MachineLock),
            MemoryLimit = settings.Worker.MemoryLimit,
            Timeouts = WorkerTimeouts.From(settings.Machine.Environment.GetValueOrDefault),
        };

    /// <summary>The worker runs in a folder of its own.</summary>
    private static string? Locate(string? name, string projectDirectory) =>
        string.IsNullOrEmpty(name) ? null
        : Path.GetFullPath(Path.Combine(projectDirectory, name)) is var path && Directory.Exists(path) ? path
        : name;
}
