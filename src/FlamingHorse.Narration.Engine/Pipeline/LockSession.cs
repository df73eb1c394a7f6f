using FlamingHorse.Narration.Engine.Drift;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The lock of one run: read once at the start, changed once at the end. Drafts have one of their own.</summary>
internal sealed record LockSession
{
    private NarrationRequest Request { get; init; }

    private LockSnapshot? Seen { get; init; }

    private LockSession(NarrationRequest request) => Request = request;

    /// <summary>The file that the run changes.</summary>
    public string Path => PathOf(Request);

    /// <summary>As it was read; empty when it cannot be.</summary>
    public NarrationLock Content => Seen?.Content ?? NarrationLock.Empty;

    /// <summary>
    /// Voices as the locks have them, for what this machine lacks: the draft lock's first, then the final lock's, since a reference that is
    /// absent is absent for drafts too.
    /// </summary>
    public IReadOnlyDictionary<string, LockedVoice> Pinned =>
        Seen is null ? Content.Voices : Overlay(Final!.Content.Voices, Content.Voices);

    /// <summary>Both locks could be read.</summary>
    public bool IsSound => Seen is not null;

    /// <summary>The project's own lock as it was read, also in a draft; null when it cannot be.</summary>
    public LockSnapshot? Final { get; private init; }

    /// <summary>SHA-256 of all audio that it names.</summary>
    public IReadOnlySet<string> AudioInUse =>
        Content.Segments.Values.Select(segment => segment.AudioHash).ToHashSet(StringComparer.Ordinal);

    /// <param name="request">Says where the locks are.</param>
    /// <param name="report">Takes what is wrong with them; then <see cref="IsSound"/> is false and the content empty.</param>
    public static LockSession Read(NarrationRequest request, Action<Finding> report)
    {
        LockSnapshot? final = null;
        LockSnapshot? seen = null;
        try
        {
            final = LockFile.Look(request.LockFilePath);
            seen = request.Settings.IsDraft ? LockFile.Look(request.DraftLockFilePath) : final;
        }
        catch (NarrationException error)
        {
            report(error.Finding);
        }

        return new(request) { Final = final, Seen = seen };
    }

    /// <summary>Records the takes.</summary>
    /// <param name="takes">All segments of the run.</param>
    /// <param name="cancellation">Ends the wait for another build; without one to wait for, the takes are recorded all the same.</param>
    /// <exception cref="NarrationException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while another build holds the lock file.</exception>
    public LockResult Update(IReadOnlyList<SegmentTake> takes, CancellationToken cancellation)
    {
        var change = LockUpdate.Of(takes, Request.IsOnlyFramework, Request.Settings.Loudness);
        var after = change.ApplyTo(Content);
        return
            after.HasSameContent(Content)
            || LockFile.Update(Path, change, Request.Settings.Machine.LockDirectory, Seen, cancellation) is not { } written
            ? new(IsChanged: false, Final, Drift: null)
            : new(IsChanged: true, Request.Settings.IsDraft ? Final : written, NarrationDrift.Between(Content, after));
    }

    private static string PathOf(NarrationRequest request) => request.Settings.IsDraft ? request.DraftLockFilePath : request.LockFilePath;

    private static Dictionary<string, LockedVoice> Overlay(
        IReadOnlyDictionary<string, LockedVoice> under,
        IReadOnlyDictionary<string, LockedVoice> over
    )
    {
        var all = new Dictionary<string, LockedVoice>(under, StringComparer.Ordinal);
        foreach (var (name, voice) in over)
        {
            all[name] = voice;
        }

        return all;
    }
}
