using System.Buffers;

namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// Names of files that are being written, from which a later build can tell whether their writer is gone: the name says on which kernel the
/// writer runs, and the writer holds a lock on the file until it has its final name. The system frees that lock with the process, however
/// it ends.
/// </summary>
internal static class TemporaryFileName
{
    /// <summary>What the names of unfinished files end in.</summary>
    public const string Extension = ".tmp";

    private const int IdLength = 32;
    private static readonly SearchValues<char> _nameCharacters = SearchValues.Create("-0123456789abcdef");
    private static readonly TimeSpan _oldest = TimeSpan.FromDays(1);

    private static readonly string _prefix = BootId.Current is { } kernel ? kernel + "-" : "";

    /// <summary>
    /// A name that no other has. Its maker opens it with <see cref="Share"/> and keeps it open for as long as it has this name.
    /// </summary>
    public static string NameIn(string folder) => Path.Combine(folder, _prefix + Guid.NewGuid().ToString("N") + Extension);

    /// <summary>
    /// How others may share it while it is written: outside Windows by a shared lock, so that it can be read once it has its real name.
    /// </summary>
    public static FileShare Share => OperatingSystem.IsWindows() ? FileShare.None : FileShare.Read;

    /// <summary>Whether a file that is held open can be given another name; not certain everywhere where this is true.</summary>
    public static bool IsHeldWhileRenamed => !OperatingSystem.IsWindows();

    /// <summary>
    /// Removes what dead makers left in a folder that holds other people's files too: at once where they are certainly dead, a day later
    /// what has a name of this form and cannot be told.
    /// </summary>
    public static void Sweep(string folder, DateTime utcNow)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension).Where(HasName))
            {
                RemoveIfAbandonedOrOld(file, utcNow);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there or cannot be listed is not swept.
        }
    }

    /// <summary>Removes one file: at once where its maker is certainly dead, a day later where that cannot be told.</summary>
    public static void RemoveIfAbandonedOrOld(string path, DateTime utcNow, Action? before = null)
    {
        if (utcNow - File.GetLastWriteTimeUtc(path) > _oldest)
        {
            Removal.TryFile(path);
        }
        else
        {
            RemoveIfAbandoned(path, before);
        }
    }

    /// <summary>
    /// Removes a file of such a name whose maker is certainly dead; leaves that of another machine or virtual machine, and any that cannot
    /// be told.
    /// </summary>
    /// <param name="path">Of the file.</param>
    /// <param name="before">What has to be deleted before the file.</param>
    public static bool RemoveIfAbandoned(string path, Action? before = null)
    {
        if (_prefix.Length == 0 || !Path.GetFileName(path).StartsWith(_prefix, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var held = Open(path);
            if (CanBeOpenedTwice(path))
            {
                // No lock holds here, so that of a living maker would not have held either.
                return false;
            }

            before?.Invoke();
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>32 hex digits, with or without those of a kernel before them.</summary>
    private static bool HasName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).AsSpan();
        var id = name[(name.IndexOf('-') + 1)..];
        return id.Length == IdLength && name.Length - id.Length is 0 or BootId.Length + 1 && !name.ContainsAnyExcept(_nameCharacters);
    }

    private static bool CanBeOpenedTwice(string path)
    {
        try
        {
            Open(path).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
}
