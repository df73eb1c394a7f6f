using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>
/// Everything configured, from all sources by their precedence, checked and with absolute paths.
/// Null in <see cref="Model"/> and <see cref="Language"/> means that nobody says; then a value that the lock took over from another
/// machine's environment holds, so that a fresh clone computes the keys of the machine that spoke, and after it the package's default.
/// </summary>
public sealed record NarrationSettings
{
    public const string DefaultBackend = "mlx";
    public const string DefaultLanguage = "English";

    /// <summary>The voice that <c>voice_clone_config.json</c> and <c>NarrationVoiceDirectory</c> configure.</summary>
    public const string Narrator = "narrator";

    /// <summary><c>mlx</c>, <c>system</c>, <c>http</c> or <c>worker</c>.</summary>
    public string Backend { get; init; } = DefaultBackend;

    public MissingMode Missing { get; init; }

    /// <summary>Build only what the lock file holds.</summary>
    public bool LockedMode { get; init; }

    /// <summary><c>missing</c>, <c>all</c>, or ids with <c>*</c> and <c>;</c>; empty for none.</summary>
    public string Retake { get; init; } = "";

    public NarrationQuality Quality { get; init; }

    /// <summary>Takes are marked as drafts and recorded in the draft lock.</summary>
    public bool IsDraft => Quality == NarrationQuality.Draft;

    /// <summary>Model id as configured; null when nothing says.</summary>
    public string? Model { get; init; }

    /// <summary><see cref="Model"/> comes from this machine (a variable, <c>voice_clone_config.json</c>), not from the project.</summary>
    public bool IsModelFromMachine { get; init; }

    /// <summary>The model that <see cref="Quality"/> stands for.</summary>
    public string QualityModel { get; init; } = QualityModels.Of(NarrationQuality.Final);

    /// <summary>What a <c>system</c> voice that names none speaks with: <c>NarrationModel</c> only, never a variable of MLX.</summary>
    public string? SystemModel { get; init; }

    /// <summary>Interpreter of the MLX environment, symlink unresolved; a bare name is looked up on PATH.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Somebody said which interpreter, or <c>SetupNarration</c> made one; else <see cref="Python"/> is a guess.</summary>
    public bool IsPythonConfigured { get; init; }

    /// <summary>Voice of segments that name none.</summary>
    public string DefaultVoice { get; init; } = Narrator;

    /// <summary>Full name; null when nothing says.</summary>
    public string? Language { get; init; }

    /// <summary><see cref="Language"/> comes from <c>voice_clone_config.json</c>, not from the project.</summary>
    public bool IsLanguageFromMachine { get; init; }

    /// <summary>LUFS; null leaves the level alone.</summary>
    public double? Loudness { get; init; } = -18;

    /// <summary>Absolute folder of the local cache.</summary>
    public string CachePath { get; init; } = "";

    /// <summary>GiB; null for no limit.</summary>
    public double? CacheLimit { get; init; }

    /// <summary>An <c>http(s)</c> base URL or an absolute folder; null for none.</summary>
    public string? RemoteCache { get; init; }

    public bool RemoteCacheWrite { get; init; }

    public bool RequireAudio { get; init; }

    public bool CopyAudio { get; init; } = true;

    public int BatchSize { get; init; } = 8;

    /// <summary>GiB.</summary>
    public double MemoryLimit { get; init; } = 15;

    public string? OutOfMemoryModel { get; init; }

    public bool AllowDownload { get; init; }

    /// <summary>For <c>PrepareNarration</c>: do not trust <c>ready.json</c>.</summary>
    public bool Force { get; init; }

    public string WorkerCommand { get; init; } = "";

    public string? Endpoint { get; init; }

    public string EndpointDialect { get; init; } = "openai";

    /// <summary>Null: all keys are ours.</summary>
    public KeyShard? Shard { get; init; }

    /// <summary>In the order written.</summary>
    public IReadOnlyList<string> ExportFormats { get; init; } = ["Srt", "WebVtt", "Json"];

    /// <summary>Absolute; null for the target's default.</summary>
    public string? ExportPath { get; init; }

    /// <summary>Silence between two segments of an exported timeline.</summary>
    public TimeSpan ExportGap { get; init; }

    /// <summary>As written, for <c>ReportNarration</c>; null when unset.</summary>
    public string? ReportEmbed { get; init; }

    /// <summary>As <see cref="ReportEmbed"/>.</summary>
    public string? AuditSample { get; init; }

    /// <summary>As <see cref="ReportEmbed"/>.</summary>
    public string? CompareModel { get; init; }

    /// <summary>By name, without regard to case; always holds <see cref="Narrator"/>.</summary>
    public IReadOnlyDictionary<string, VoiceSettings> Voices { get; init; } =
        new Dictionary<string, VoiceSettings>(StringComparer.OrdinalIgnoreCase) { [Narrator] = new(Narrator) };

    /// <summary><c>output_dir</c> of <c>voice_clone_config.json</c>, absolute; null when it says nothing.</summary>
    public string? FlamingHorseOutput { get; init; }

    /// <summary>Folder of this user for things that outlive a build, such as the MLX environment and machine-wide locks.</summary>
    public string UserDataDirectory { get; init; } = Path.Combine(Path.GetTempPath(), UserFolders.FolderName);

    /// <summary>Where locks between this user's builds live.</summary>
    public string LockDirectory => Path.Combine(UserDataDirectory, "locks");

    /// <summary>What <c>~</c> stands for; null in an environment without a home.</summary>
    public string? Home { get; init; }

    /// <summary>PATH as this build sees it, for finding programs without starting any.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>What a worker is to know beside the process environment: variables of <c>.env</c> files, and folders of models made absolute.</summary>
    public IReadOnlyDictionary<string, string> WorkerVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>Every file that the settings were read from or would be read from if it existed; absolute, sorted.</summary>
    public IReadOnlyList<string> WatchedFiles { get; init; } = [];

    /// <summary>Every setting by its row, those of backends included.</summary>
    public SettingValues Values { get; init; } = SettingValues.Defaults;

    /// <summary>Names of the environment variables that were consulted; never one that holds a secret. Sorted.</summary>
    public IReadOnlyList<string> ConsultedVariables { get; init; } = [];
}
