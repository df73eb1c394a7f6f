using FlamingHorse.Narration.Engine.Drift;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The lock of one run: read once at the start, changed once at the end. Drafts have one of their own.</summary>
internal sealed class LockSession
{
    private readonly NarrationRequest _request;
    private readonly LockSnapshot? _read;

    /// <param name="request">Says where the locks are.</param>
    /// <param name="report">Takes what is wrong with them; then <see cref="IsSound"/> is false and the content empty.</param>
    public LockSession(NarrationRequest request, Action<Finding> report)
    {
        _request = request;
        Path = request.Settings.IsDraft ? request.DraftLockFilePath : request.LockFilePath;
        try
        {
            Final = LockFile.Look(request.LockFilePath);
            _read = request.Settings.IsDraft ? LockFile.Look(request.DraftLockFilePath) : Final;
            Content = _read.Content;
            Pinned = Overlay(Final.Content.Voices, Content.Voices);
            IsSound = true;
        }
        catch (NarrationException error)
        {
            report(error.Finding);
            Content = NarrationLock.Empty;
            Pinned = Content.Voices;
        }
    }

    public string Path { get; }

    public NarrationLock Content { get; }

    /// <summary>Voices for what this machine lacks. A reference that is absent is absent for drafts too, so the final lock's stand behind theirs.</summary>
    public IReadOnlyDictionary<string, LockedVoice> Pinned { get; }

    public bool IsSound { get; }

    /// <summary>The project's own lock, also in a draft; null when it cannot be read.</summary>
    public LockSnapshot? Final { get; private set; }

    /// <summary>SHA-256 of all audio that it names.</summary>
    public IReadOnlySet<string> AudioInUse =>
        Content.Segments.Values.Select(segment => segment.AudioHash).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the last <see cref="Update"/> made of the lengths; null when none of them moved.</summary>
    public NarrationDrift? Drift { get; private set; }

    /// <summary>Records the takes; says whether the file was written.</summary>
    /// <param name="takes">All segments of the run.</param>
    /// <param name="cancellation">Ends the wait for another build; without one to wait for, the takes are recorded all the same.</param>
    /// <exception cref="NarrationException">It cannot be.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while another build holds the lock file.</exception>
    public bool Update(IReadOnlyList<SegmentTake> takes, CancellationToken cancellation)
    {
        var change = LockUpdate.Of(takes, _request.IsOnlyFramework);
        var after = change.ApplyTo(Content);
        if (
            after.HasSameContent(Content)
            || LockFile.Update(Path, change, _request.Settings.Machine.LockDirectory, _read, cancellation) is not { } written
        )
        {
            return false;
        }

        Final = _request.Settings.IsDraft ? Final : written;
        Drift = NarrationDrift.Between(Content, after);
        return true;
    }

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
