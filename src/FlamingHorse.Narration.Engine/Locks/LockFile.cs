using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>A lock file on disk.</summary>
public static class LockFile
{
    public const string FileName = "narration.lock.json";

    /// <summary>The file's content; empty when there is none.</summary>
    /// <exception cref="NarrationException">FHN3003 unreadable, FHN3004 conflict markers, FHN3040 of a newer version.</exception>
    public static NarrationLock Read(string path) => Look(path).Content;

    /// <summary>The file's content, and its bytes.</summary>
    /// <param name="path">The lock.</param>
    /// <param name="seen">What was read before: the same bytes are not read again.</param>
    /// <exception cref="NarrationException">As <see cref="Read"/>.</exception>
    public static LockSnapshot Look(string path, LockSnapshot? seen = null)
    {
        try
        {
            var bytes = TextFile.ReadIfPresent(path);
            // An empty file does not count as absent: it is an error.
            return bytes is { Length: > 0 } && seen is not null && seen.Bytes.Span.SequenceEqual(bytes)
                ? seen
                : new(bytes is null ? NarrationLock.Empty : LockReader.Read(bytes, path), bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NarrationException(
                StoreFindings.LockUnreadable.At(new(path), $"{Path.GetFileName(path)} cannot be read: {error.Message} Make it readable."),
                error
            );
        }
    }

    /// <summary>The line of a segment, from 1; 0 when there is none.</summary>
    public static int FindLine(string path, string id)
    {
        try
        {
            var name = LockWriter.NameOf(id);
            return 1 + Array.FindIndex(File.ReadAllLines(path), line => line.TrimStart().StartsWith(name, StringComparison.Ordinal));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Applies a change to what the file holds at this moment, and writes it only if that changes its content.</summary>
    /// <param name="path">The lock.</param>
    /// <param name="change">What to change.</param>
    /// <param name="lockDirectory">A folder of the user's, the same for every build on the machine.</param>
    /// <param name="seen">What this build read before.</param>
    /// <param name="cancellation">Ends the wait for another build.</param>
    /// <returns>What was written; null when nothing had to be.</returns>
    /// <exception cref="NarrationException">As <see cref="Read"/>; FHN3016 when it cannot be written.</exception>
    public static LockSnapshot? Update(
        string path,
        LockChange change,
        string lockDirectory,
        LockSnapshot? seen = null,
        CancellationToken cancellation = default
    )
    {
        using var held = FileLock.Guard(path, lockDirectory, cancellation);
        var before = Look(path, seen).Content;
        var after = change.ApplyTo(before);
        if (after.HasSameContent(before))
        {
            return null;
        }

        try
        {
            var written = new LockSnapshot(after, after.ToBytes());
            AtomicFile.Write(path, written.Bytes.Span, isDurable: true, sweeps: true);
            return written;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NarrationException(
                StoreFindings.OutputNotWritable.At(
                    new(path),
                    $"{Path.GetFileName(path)} cannot be written: {error.Message} Make it writable, or build with "
                        + $"NarrationLockedMode=true to leave it alone."
                ),
                error
            );
        }
    }

    /// <summary>For the outer build of a project with several target frameworks: removes the segments that none of them has.</summary>
    /// <param name="path">The lock; nothing happens when it does not exist.</param>
    /// <param name="allIds">The ids of all frameworks.</param>
    /// <param name="lockDirectory">As for <see cref="Update"/>.</param>
    /// <param name="cancellation">Ends the wait for another build.</param>
    public static bool Prune(string path, IEnumerable<string> allIds, string lockDirectory, CancellationToken cancellation = default) =>
        File.Exists(path)
        && Update(path, new LockChange { Keep = allIds.ToHashSet(StringComparer.Ordinal) }, lockDirectory, null, cancellation) is not null;
}
