namespace FlamingHorse.Narration.Engine.Files;

/// <summary>Writes whole files or nothing: a reader sees the old file, the new one or none, and so does the next build after a crash.</summary>
public static class AtomicFile
{
    /// <summary>What the names of unfinished files end in.</summary>
    public const string TemporaryExtension = ".tmp";

    /// <param name="path">The folder is made when it is missing.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="isPrivate">Folders made here are for this user alone.</param>
    /// <exception cref="IOException">The disk is full, read-only or broken; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write here.</exception>
    /// <param name="isDurable">On the disk when this returns; false for what is made again at no cost.</param>
    /// <param name="followsLinks">Replaces a linked file at the link's end; false where a link can be somebody's trap, and is itself replaced.</param>
    public static void Write(string path, ReadOnlySpan<byte> content, bool isPrivate = false, bool isDurable = true, bool followsLinks = true)
    {
        path = followsLinks && new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            WriteIn(folder, path, content, isDurable);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            // The folder is new; or a machine whose clock runs ahead swept the temporary from under us.
            CreateFolder(folder, isPrivate);
            WriteIn(folder, path, content, isDurable);
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

    private static void WriteIn(string folder, string path, ReadOnlySpan<byte> content, bool isDurable)
    {
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + TemporaryExtension);
        try
        {
            // The size up front: a full disk says so before anything is written.
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, preallocationSize: content.Length))
            {
                RandomAccess.Write(file, content, 0);
                if (isDurable)
                {
                    RandomAccess.FlushToDisk(file);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The sweep takes it in a day.
        }
    }
}
