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
    public static readonly FindingKind AudioMissing = new("FHN3005", Warning, "Audio named in the lock is in no reachable store");
    public static readonly FindingKind AudioRequired = new("FHN3006", Error, "Audio named in the lock is required but not available");
    public static readonly FindingKind NotSynthesized = new(
        "FHN3007",
        Error,
        "A segment has no audio and NarrationMissing forbids synthesis"
    );
    public static readonly FindingKind Estimated = new("FHN3008", Warning, "Durations are estimates");
    public static readonly FindingKind EntryCorrupt = OfTheMoment("FHN3009", "A cache entry was corrupt and has been quarantined");
    public static readonly FindingKind CacheNotWritable = OfTheMoment("FHN3010", "The cache cannot be written");
    public static readonly FindingKind RemoteOff = OfTheMoment("FHN3011", "The shared store did not answer and is off for this build");
    public static readonly FindingKind RemoteRefused = OfTheMoment("FHN3012", "The shared store refused this machine");
    public static readonly FindingKind RemotePoisoned = OfTheMoment("FHN3013", "The shared store returned another segment's entry");
    public static readonly FindingKind RemoteFull = OfTheMoment("FHN3014", "The shared store rejected the result");
    public static readonly FindingKind RemoteInvalid = new("FHN3015", Error, "The shared store's address cannot be used");
    public static readonly FindingKind OutputNotWritable = new("FHN3016", Error, "An output of the build cannot be written");
    public static readonly FindingKind RetakeMatchesNothing = OfTheMoment("FHN3017", "A retake pattern matches no segment");
    public static readonly FindingKind LengthCorrected = new("FHN3018", Warning, "A length in the lock did not match the audio");
    public static readonly FindingKind LengthWrong = new("FHN3019", Error, "Locked: a length in the lock does not match the audio");
    public static readonly FindingKind NamedTakesEvicted = OfTheMoment(
        "FHN3020",
        "Takes named in lock files were removed to keep the cache within its limit"
    );
    public static readonly FindingKind ClipInUse = OfTheMoment("FHN3033", "A clip beside the app is in use and was not replaced");
    public static readonly FindingKind LockNewer = new(
        "FHN3040",
        Error,
        "narration.lock.json was written by a newer version of the package"
    );
    public static readonly FindingKind ShardRun = new("FHN3041", Message, "This run makes only one shard of the keys");
    public static readonly FindingKind RemoteCorrupt = OfTheMoment("FHN3030", "The shared store returned corrupt data");
    public static readonly FindingKind RemoteHoldsPointers = OfTheMoment(
        "FHN3031",
        "The shared store holds Git LFS pointers, not the files"
    );
    public static readonly FindingKind UploadsGivenUp = OfTheMoment("FHN3032", "Some clips were not uploaded to the shared store");
    public static readonly FindingKind ExportFormatUnknown = new("FHN3050", Error, "An export format is unknown");
    public static readonly FindingKind ExportNeedsAudio = new("FHN3051", Error, "An export needs audio that is not available");
    public static readonly FindingKind EncoderMissing = new("FHN3052", Error, "The encoder is not on this machine");
    public static readonly FindingKind EncoderFailed = new("FHN3053", Error, "The encoder failed");
    public static readonly FindingKind IndexUnreadable = new("FHN3054", Error, "Flaming Horse's index cannot be read");
    public static readonly FindingKind TrackImpossible = new("FHN3055", Error, "The clips cannot be joined into one track");
    public static readonly FindingKind ReportTemplateMissing = new("FHN3057", Error, "The package was built without its report page");
    public static readonly FindingKind NothingToExport = new("FHN3056", Warning, "There is no narration to export");

    private static FindingKind OfTheMoment(string code, string title) => new(code, Warning, title) { IsOfTheMoment = true };
}
