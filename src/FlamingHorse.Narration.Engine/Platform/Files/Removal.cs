namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// Removes files that nobody needs any more. A file that is still held, or that this user may not remove, stays for a later build to
/// remove.
/// </summary>
public static class Removal
{
    public static void TryFile(string path) => Try(path, static file => File.Delete(file));

    /// <summary>Removes a folder with everything in it.</summary>
    public static void TryFolder(string path) => Try(path, static folder => Directory.Delete(folder, recursive: true));

    private static void Try(string path, Action<string> remove)
    {
        try
        {
            remove(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }
}
