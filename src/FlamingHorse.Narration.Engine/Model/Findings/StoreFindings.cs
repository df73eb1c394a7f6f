using FlamingHorse.Narration.Script.Diagnostics;
using static FlamingHorse.Narration.Script.Diagnostics.FindingSeverity;

namespace FlamingHorse.Narration.Engine.Model.Findings;

/// <summary>FHN3xxx: cache, shared store and lock file.</summary>
public static class StoreFindings
{
    public static readonly FindingKind NotInLock = new("FHN3001", Error, "Locked: a segment is not in narration.lock.json");
    public static readonly FindingKind DiffersFromLock = new("FHN3002", Error, "Locked: a segment differs from narration.lock.json");
    public static readonly FindingKind LockUnreadable = new("FHN3003", Error, "narration.lock.json cannot be read");
    public static readonly FindingKind LockConflict = new("FHN3004", Error, "narration.lock.json holds conflict markers");
    public static readonly FindingKind AudioMissing = new("FHN3005", Warning, "Audio that the lock names is on no store within reach");
    public static readonly FindingKind AudioRequired = new("FHN3006", Error, "Audio that the lock names is required and cannot be had");
    public static readonly FindingKind NotSynthesized = new(
        "FHN3007",
        Error,
        "A segment has no audio and NarrationMissing forbids making it"
    );
    public static readonly FindingKind Estimated = new("FHN3008", Warning, "Durations are estimates");
    public static readonly FindingKind EntryCorrupt = new("FHN3009", Warning, "A cache entry was corrupt and is in quarantine");
    public static readonly FindingKind CacheNotWritable = new("FHN3010", Warning, "The cache cannot be written");
    public static readonly FindingKind RemoteOff = new("FHN3011", Warning, "The shared store did not answer and is off for this build");
    public static readonly FindingKind RemoteRefused = new("FHN3012", Warning, "The shared store refused this machine");
    public static readonly FindingKind RemotePoisoned = new("FHN3013", Warning, "The shared store gave an entry of another segment");
    public static readonly FindingKind RemoteFull = new("FHN3014", Warning, "The shared store does not take the result");
    public static readonly FindingKind RemoteInvalid = new("FHN3015", Error, "The shared store's address cannot be used");
    public static readonly FindingKind OutputNotWritable = new("FHN3016", Error, "An output of the build cannot be written");
    public static readonly FindingKind RetakeMatchesNothing = new("FHN3017", Warning, "A retake pattern matches no segment");
    public static readonly FindingKind ClipInUse = new("FHN3018", Warning, "A clip beside the app is being played and stays as it was");
    public static readonly FindingKind LockNewer = new(
        "FHN3040",
        Error,
        "narration.lock.json was written by a newer version of the package"
    );
    public static readonly FindingKind ShardRun = new("FHN3041", Message, "This run makes one shard of the keys only");
    public static readonly FindingKind RemoteCorrupt = new(
        "FHN3030",
        Warning,
        "The shared store gave bytes that are not what they should be"
    );
    public static readonly FindingKind RemoteHoldsPointers = new(
        "FHN3031",
        Warning,
        "The shared store holds Git LFS pointers, not the files"
    );
    public static readonly FindingKind UploadsGivenUp = new("FHN3032", Warning, "Some clips did not get into the shared store");
    public static readonly FindingKind ExportFormatUnknown = new("FHN3050", Error, "An export format is not one that this package has");
    public static readonly FindingKind ExportNeedsAudio = new("FHN3051", Error, "An export needs audio that cannot be had");
    public static readonly FindingKind EncoderMissing = new("FHN3052", Error, "The encoder is not on this machine");
    public static readonly FindingKind EncoderFailed = new("FHN3053", Error, "The encoder failed");
    public static readonly FindingKind IndexUnreadable = new("FHN3054", Error, "Flaming Horse's index cannot be read");
    public static readonly FindingKind TrackImpossible = new("FHN3055", Error, "The clips do not make one track");
    public static readonly FindingKind ReportTemplateMissing = new("FHN3057", Error, "The package was built without its page");
    public static readonly FindingKind NothingToExport = new("FHN3056", Warning, "There is no narration to export");
}
