namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>Lists and deletes files of a cache that other builds are using.</summary>
internal static class CacheFiles
{
    /// <summary>The files of a folder and of the folders in it.</summary>
    public static IEnumerable<FileInfo> List(string folder, string pattern = "*") =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles(
                pattern,
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    MaxRecursionDepth = 1,
                    IgnoreInaccessible = true,
                }
            )
            : [];

    /// <summary>False for a file that is held or may not be deleted.</summary>
    public static bool TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
