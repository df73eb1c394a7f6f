using FlamingHorse.Narration.Engine.Files;
using FlamingHorse.Narration.Engine.Settings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Locking;

/// <summary>A lock file on disk.</summary>
public static class LockFile
{
    public const string FileName = "narration.lock.json";

    /// <summary>The file's content; empty when there is none.</summary>
    /// <exception cref="NarrationException">FHN3003 unreadable, FHN3004 conflict markers, FHN3040 of a newer version.</exception>
    public static NarrationLock Read(string path)
    {
        try
        {
            return TextFile.ReadIfPresent(path) is { } bytes ? LockReader.Read(bytes, path) : NarrationLock.Empty;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NarrationException(
                StoreFindings.LockUnreadable.At(new(path), $"{Path.GetFileName(path)} cannot be read: {error.Message} Make it readable."), error);
        }
    }

    /// <summary>Applies a change to what the file holds at this moment, and writes it only if that changes its content.</summary>
    /// <param name="path">The lock.</param>
    /// <param name="change">What to change.</param>
    /// <param name="lockDirectory">A folder of the user's, the same for every build on the machine.</param>
    /// <param name="cancellation">Ends the wait for another build.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="NarrationException">As <see cref="Read"/>; FHN3016 when it cannot be written.</exception>
    public static bool Update(string path, LockChange change, string lockDirectory, CancellationToken cancellation = default)
    {
        using var held = FileMutex.Acquire(path, lockDirectory, cancellation);
        var before = Read(path);
        var after = change.ApplyTo(before);
        if (after.HasSameContent(before))
        {
            return false;
        }

        try
        {
            AtomicFile.Write(path, LockWriter.Write(after).Span, isDurable: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NarrationException(
                StoreFindings.OutputNotWritable.At(
                    new(path), $"{Path.GetFileName(path)} cannot be written: {error.Message} Make it writable, or build with NarrationLockedMode=true to leave it alone."),
                error);
        }
    }

    /// <summary>For the outer build of a project with several target frameworks: removes the segments that none of them has.</summary>
    /// <param name="path">The lock; nothing happens when it does not exist.</param>
    /// <param name="allIds">The ids of all frameworks.</param>
    /// <param name="lockDirectory">As for <see cref="Update"/>.</param>
    /// <param name="cancellation">Ends the wait for another build.</param>
    public static bool Prune(string path, IEnumerable<string> allIds, string lockDirectory, CancellationToken cancellation = default) =>
        File.Exists(path) && Update(path, new LockChange { Keep = allIds.ToHashSet(StringComparer.Ordinal) }, lockDirectory, cancellation);
}
