// Over 140 lines: one table of all settings, in the order of the manual.
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;
using static FlamingHorse.Narration.Engine.Configuration.NarrationKinds;
using static FlamingHorse.Narration.Engine.Model.Settings.SettingEffect;
using static FlamingHorse.Narration.Engine.Model.Settings.SettingKinds;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>
/// The settings that all backends share, a row for each. A new setting is a row here (or in the descriptor of its backend) and its use;
/// <c>build/reference.sh</c> then writes what the targets hand over, what the up-to-date check ignores, and the table of the manual.
/// </summary>
public static class SettingsTable
{
    private const string BackendDefault =
        "`FLAMING_HORSE_TTS_BACKEND`, else `neural` [where nothing else is configured](voices.md#which-voice-speaks), else `mlx`";
    private const string PythonDefault = "`FLAMING_HORSE_MLX_PYTHON`, then what `SetupNarration` made, then `python3`";
    private const string ModelDefault = "`FLAMING_HORSE_MLX_MODEL_ID`, then `model_id` of the config if MLX can use it, then by quality";
    private const string ModelMeaning = "hub id with optional `@revision`, or a folder";
    private const string RetakeMeaning =
        "`missing`, `failed` (what the last check refused), `all`, or ids with `*` and `;`: make new takes, with new seeds; "
        + "an audit's `.json` file stands for the segments to be [redone](report.md#audits)";
    private const string QualityMeaning =
        "`Draft` (0.6B, 4 bit), `Final` (1.7B, 8 bit), `LongForm` (25 Hz; mlx-audio does not support it yet)";
    private const string LockedMeaning = "build only what the lock holds, change nothing in it";
    private const string MissingMeaning = "what to do with a segment that is in neither lock nor cache: `Synthesize`, `Error`, `Estimate`";
    private const string ExportPathMeaning = "target folder; for `FlamingHorse`, `output_dir` of the config, else `media/voiceovers/qwen`";

    private static readonly List<SettingRow> _rows = [];

    // One row, one line where it fits: this file is read as a table.
    // csharpier-ignore-start
    public static readonly SettingRow<string> Backend =
        Row("NarrationBackend", Text, "mlx", Key, "the backend, one of those below", BackendDefault, "FLAMING_HORSE_TTS_BACKEND");
    public static readonly SettingRow<MissingMode?> Missing =
        Row("NarrationMissing", Choice<MissingMode>().Optional(), null, Outputs,
            MissingMeaning, "`Synthesize`; `Estimate` under `dotnet watch`");
    public static readonly SettingRow<bool> LockedMode = Row("NarrationLockedMode", Flag, false, Outputs, LockedMeaning);
    public static readonly SettingRow<string> Retake =
        Row("NarrationRetake", Text, "", Nothing, RetakeMeaning, forwardedFrom: "_NarrationRetake");
    public static readonly SettingRow<NarrationQuality> Quality =
        Row("NarrationQuality", Choice<NarrationQuality>(), NarrationQuality.Final, Key, QualityMeaning);
    public static readonly SettingRow<string?> Model =
        Row("NarrationModel", OptionalText, null, Key, ModelMeaning, ModelDefault, "FLAMING_HORSE_MLX_MODEL_ID");
    public static readonly SettingRow<string?> Python =
        Row("NarrationPython", ProgramPath, null, Outputs, "interpreter of the MLX environment", PythonDefault, "FLAMING_HORSE_MLX_PYTHON");
    public static readonly SettingRow<string?> VoiceDirectory =
        Row("NarrationVoiceDirectory", AbsolutePath, null, Key,
            "folder with `ref.wav` and `ref.txt`", "`FLAMING_HORSE_VOICE_REF_DIR`", "FLAMING_HORSE_VOICE_REF_DIR");
    public static readonly SettingRow<string> DefaultVoice =
        Row("NarrationDefaultVoice", Text, NarrationSettings.Narrator, Key, "voice of segments that name none");
    public static readonly SettingRow<string?> Language =
        Row("NarrationLanguage", FullLanguageName, null, Key, "default language, as its full name", "the config's, else `English`");
    public static readonly SettingRow<bool> MathCapitals =
        Row("NarrationMathCapitals", Flag, false, Key, "formulas tell capital letters apart: [mathematics.md](mathematics.md)");
    public static readonly SettingRow<double?> Loudness =
        Row("NarrationLoudness", LufsOrOff, -18, Outputs, "loudness of every clip at playback in LUFS, or `off`");
    public static readonly SettingRow<string?> CachePath =
        Row("NarrationCachePath", AbsolutePath, null, Outputs, "the content-addressed cache", "beside the platform's other caches");
    public static readonly SettingRow<double?> CacheLimit =
        Row("NarrationCacheLimit", Gibibytes.Optional(), null, Outputs,
            "GiB; takes that no lock names go first, those that some lock names go last and with a warning, those in use never", "none");
    public static readonly SettingRow<string?> RemoteCache =
        Row("NarrationRemoteCache", UrlOrFolder, null, Outputs,
            "an `http(s)` base URL, or a folder: [shared-cache.md](shared-cache.md)", "none");
    public static readonly SettingRow<bool?> RemoteCacheWrite =
        Row("NarrationRemoteCacheWrite", Flag.Optional(), null, Outputs,
            "add new takes to the shared store", "`false`; `true` for a folder");
    public static readonly SettingRow<bool> RequireAudio =
        Row("NarrationRequireAudio", Flag, false, Outputs,
            "fail if audio named in the lock is not available", "`false`; `true` in publish");
    public static readonly SettingRow<bool> CopyAudio =
        Row("NarrationCopyAudio", Flag, true, Outputs, "audio beside the app, in publish output, and of referenced projects");
    public static readonly SettingRow<string> ClassName =
        Row("NarrationClassName", Text, "Narration", Outputs, "class that contains the segments of items");
    public static readonly SettingRow<string?> LockFile =
        Row("NarrationLockFile", AbsolutePath, null, Outputs, "absolute path of the lock", "`narration.lock.json` beside the project");
    public static readonly SettingRow<int> BatchSize =
        Row("NarrationBatchSize", Whole(1, 256), 8, Outputs, "largest number of segments in one forward pass");
    public static readonly SettingRow<double> MemoryLimit = Row("NarrationMemoryLimit", Gibibytes, 15, Outputs, "GiB for the worker");
    public static readonly SettingRow<string?> OutOfMemoryModel =
        Row("NarrationOutOfMemoryModel", OptionalText, null, Outputs,
            "model that may take over, under its own key and with a warning, if a segment does not fit", "none");
    public static readonly SettingRow<bool> AllowDownload =
        Row("NarrationAllowDownload", Flag, false, Outputs, "`PrepareNarration` and `SetupNarration` may fetch the model");
    public static readonly SettingRow<bool> Force =
        Row("NarrationForce", Flag, false, Nothing, "`PrepareNarration` does not trust `ready.json`");
    public static readonly SettingRow<bool> DryRun =
        Row("NarrationDryRun", Flag, false, Nothing, "`SetupNarration` only says what it would do");
    public static readonly SettingRow<IReadOnlyList<string>> Recognizer =
        Row("NarrationRecognizer", ListOf("Auto", "mlx", "whisper", "worker", "pocketsphinx", "None"), ["Auto"], Outputs,
            "what listens to takes: `Auto`, or `mlx`, `whisper`, `worker`, `pocketsphinx` in order; `None`: [quality.md](quality.md)");
    public static readonly SettingRow<IReadOnlyList<string>> RecognizerModel =
        Row("NarrationRecognizerModel", List, [], Outputs,
            "for `whisper`: `tiny.en`, `base.en`, `small.en`, `base`, `small` or a file; for `mlx`: a hub id or a folder",
            "`base.en`; `base` for other languages; `mlx-community/Qwen3-ASR-0.6B-8bit`");
    public static readonly SettingRow<string> AlignerModel =
        Row("NarrationAlignerModel", Text, "", Outputs,
            "for `mlx`: the model that times words, a hub id or a folder", "`mlx-community/Qwen3-ForcedAligner-0.6B-8bit`");
    public static readonly SettingRow<string> RecognizerCommand =
        Row("NarrationRecognizerCommand", Text, "", Outputs,
            "for `worker`: program and arguments in one string, like `NarrationWorkerCommand`");
    public static readonly SettingRow<CheckMode> Check =
        Row("NarrationCheck", Choice<CheckMode>(), CheckMode.WhenAvailable, Outputs,
            "`WhenAvailable`; `Required`: a take that is doubtful or was not listened to is an error; `Off`");
    public static readonly SettingRow<string> Accept =
        Row("NarrationAccept", Text, "", Nothing,
            "ids with `*` and `;`, or an audit's `.json` file: takes that a person approved", forwardedFrom: "_NarrationAccept");
    public static readonly SettingRow<KeyShard?> Shard = Row("NarrationShard", ShardOfKeys, null, Outputs, "`k/n`: [ci.md](ci.md)");
    public static readonly SettingRow<bool> ReportEmbed =
        Row("NarrationReportEmbed", Flag, false, Nothing, "put the audio inside the page: [report.md](report.md)");
    public static readonly SettingRow<string?> AuditSample =
        Row("NarrationAuditSample", OptionalText, null, Nothing,
            "share (`5%`) or number of segments that the page marks for listening", "none");
    public static readonly SettingRow<string?> CompareModel =
        Row("NarrationCompareModel", OptionalText, null, Nothing,
            "model or voice that speaks the sample again, for an A/B comparison", "none");
    public static readonly SettingRow<IReadOnlyList<string>> ExportFormat =
        Row("NarrationExportFormat", List, ["Srt", "WebVtt", "Json"], Nothing, "for `ExportNarration`: [export.md](export.md)");
    public static readonly SettingRow<string?> ExportPath =
        Row("NarrationExportPath", AbsolutePath, null, Nothing, ExportPathMeaning, "`$(OutDir)narration-export/`");
    public static readonly SettingRow<TimeSpan> ExportGap =
        Row("NarrationExportGap", Seconds, TimeSpan.Zero, Nothing,
            "seconds of silence between two segments of an exported timeline", "`0`");
    // csharpier-ignore-end

    /// <summary>All rows in the order of the manual; those of backends last.</summary>
    public static IReadOnlyList<SettingRow> All(IEnumerable<BackendDescriptor> backends) =>
        [.. _rows, .. backends.SelectMany(backend => backend.Settings)];

    private static SettingRow<T> Row<T>(
        string name,
        SettingKind<T> kind,
        T defaultValue,
        SettingEffect effect,
        string documentation,
        string? defaultDocumentation = null,
        string? variable = null,
        string? forwardedFrom = null
    )
    {
        var row = new SettingRow<T>(name, kind, defaultValue, effect, documentation)
        {
            DefaultDocumentation = defaultDocumentation,
            Variable = variable,
            ForwardedFrom = forwardedFrom,
        };
        _rows.Add(row);
        return row;
    }
}
