using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Everything configured, from all sources by their precedence, checked and with absolute paths.</summary>
public sealed record NarrationSettings
{
    public const string DefaultBackend = "mlx";
    public const string DefaultLanguage = "English";

    /// <summary>The voice that <c>voice_clone_config.json</c> and <c>NarrationVoiceDirectory</c> configure.</summary>
    public const string Narrator = "narrator";

    /// <summary>
    /// Name of the backend that speaks, according to the settings; if they name none, the lock may decide otherwise.
    /// </summary>
    public string Backend { get; init; } = DefaultBackend;

    /// <summary>Where the choice of the backend comes from: the project, this machine, or nowhere.</summary>
    public SettingSource BackendSource { get; init; }

    /// <summary>
    /// Where the recording to clone comes from: the project (a property, an item, the config file), this machine, or nowhere.
    /// </summary>
    public SettingSource ReferenceSource { get; init; }

    /// <summary>What to do with a segment that neither lock nor cache holds.</summary>
    public MissingMode Missing { get; init; }

    /// <summary>Build only what the lock file holds.</summary>
    public bool LockedMode { get; init; }

    /// <summary><c>missing</c>, <c>all</c>, or ids with <c>*</c> and <c>;</c>; empty for none.</summary>
    public string Retake { get; init; } = "";

    /// <summary>Ids with <c>*</c> and <c>;</c> whose takes a person found good; empty for none.</summary>
    public string Accept { get; init; } = "";

    /// <summary>What is expected of recognizers.</summary>
    public CheckMode Check { get; init; }

    /// <summary>The tier of models.</summary>
    public NarrationQuality Quality { get; init; }

    /// <summary>Takes are marked as drafts and recorded in the draft lock.</summary>
    public bool IsDraft => Quality == NarrationQuality.Draft;

    /// <summary>Whether capital letters of formulas are read as capitals.</summary>
    public bool MathCapitals { get; init; }

    /// <summary>LUFS; null leaves the level alone.</summary>
    public double? Loudness { get; init; } = -18;

    /// <summary>Fail when audio that the lock names cannot be had.</summary>
    public bool RequireAudio { get; init; }

    /// <summary>The share of the keys that this machine makes; null: all of them.</summary>
    public KeyShard? Shard { get; init; }

    /// <summary>By name, without regard to case; always holds <see cref="Narrator"/>.</summary>
    public IReadOnlyDictionary<string, VoiceSettings> Voices { get; init; } =
        new Dictionary<string, VoiceSettings>(StringComparer.OrdinalIgnoreCase) { [Narrator] = new(Narrator) };

    /// <summary>Defaults for voices that do not set their own.</summary>
    public VoiceDefaults Defaults { get; init; } = new();

    public CacheSettings Cache { get; init; } = new();

    public WorkerSettings Worker { get; init; } = new();

    public PublishingSettings Publishing { get; init; } = new();

    public MachineSettings Machine { get; init; } = new();

    /// <summary>Every setting by its row, those of backends included.</summary>
    public SettingValues Values { get; init; } = SettingValues.Defaults;

    /// <summary>Every file that the settings were read from or would be read from if it existed; absolute, sorted.</summary>
    public IReadOnlyList<string> WatchedFiles { get; init; } = [];

    /// <summary>Names of the environment variables that were consulted; never one that holds a secret. Sorted.</summary>
    public IReadOnlyList<string> ConsultedVariables { get; init; } = [];
}
