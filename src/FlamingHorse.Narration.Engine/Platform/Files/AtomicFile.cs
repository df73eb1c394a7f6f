namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// Writes whole files or nothing: a reader sees the old file, the new one or none, and so does the next build after a crash.
/// </summary>
public static class AtomicFile
{
    private const int MostAttempts = 3;

    /// <param name="path">The folder is made when it is missing.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="isPrivate">Folders made here are for this user alone.</param>
    /// <exception cref="IOException">The disk is full, read-only or broken; no file is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write here.</exception>
    /// <param name="isDurable">On the disk when this returns; false for what is made again at no cost.</param>
    /// <param name="replacement">How it gets its name; null is this system's way.</param>
    /// <param name="sweeps">Removes what killed writers left in the folder first: for folders that nothing else tidies.</param>
    /// <param name="followsLinks">Replaces a linked file at the link's end; false where a link can be somebody's trap, and is itself
    /// replaced.</param>
    public static void Write(
        string path,
        ReadOnlySpan<byte> content,
        bool isPrivate = false,
        bool isDurable = true,
        bool followsLinks = true,
        bool sweeps = false,
        FileReplacement? replacement = null
    )
    {
        path =
            followsLinks && new FileInfo(path) is { LinkTarget: not null } link
                ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
                : path;
        var folder = Path.GetDirectoryName(path)!;
        if (sweeps)
        {
            TemporaryFileName.Sweep(folder, DateTime.UtcNow);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                WriteIn(folder, path, content, isDurable, replacement ?? FileReplacement.OfThisSystem);
                return;
            }
            catch (Exception e) when (attempt < MostAttempts && (e is DirectoryNotFoundException or FileNotFoundException || IsHeld(e)))
            {
                // The folder is new; or a sweep took the temporary from under us, by a clock that runs ahead or in the moment before it was
                // locked.
                CreateFolder(folder, isPrivate);
            }
        }
    }

    /// <summary>Leaves the file untouched when it holds these very bytes, so that nothing downstream runs again.</summary>
    public static void WriteIfDifferent(string path, ReadOnlySpan<byte> content)
    {
        if (!File.Exists(path) || !content.SequenceEqual(File.ReadAllBytes(path)))
        {
            Write(path, content, isDurable: false);
        }
    }

    public static void CreateFolder(string path, bool isPrivate)
    {
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            // The mode is given to the last folder of a path only.
            if (Path.GetDirectoryName(path) is { Length: > 0 } parent && !Directory.Exists(parent))
            {
                CreateFolder(parent, isPrivate);
            }

            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        else
        {
            Directory.CreateDirectory(path);
        }
    }

    private static void WriteIn(string folder, string path, ReadOnlySpan<byte> content, bool isDurable, FileReplacement replacement)
    {
        var temporary = TemporaryFileName.NameIn(folder);
        try
        {
            var isThere = false;
            // The size up front: a full disk says so before anything is written.
            using (
                var file = File.OpenHandle(
                    temporary,
                    FileMode.CreateNew,
                    FileAccess.Write,
                    TemporaryFileName.Share,
                    preallocationSize: content.Length
                )
            )
            {
                RandomAccess.Write(file, content, 0);
                if (isDurable)
                {
                    RandomAccess.FlushToDisk(file);
                }

                // Some network file systems rename only files that are not open.
                isThere = TemporaryFileName.IsHeldWhileRenamed && replacement.TryMove(temporary, path);
            }

            if (!isThere)
            {
                replacement.Move(temporary, path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Removal.TryFile(temporary);
            throw;
        }
    }

    /// <summary>EAGAIN on Linux and the BSDs.</summary>
    private static bool IsHeld(Exception e) => e is IOException { HResult: 11 or 35 };
}
