namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// Removes what nobody needs any more. What something still holds, or this user may not remove, stays: a later build takes it.
/// </summary>
public static class Removal
{
    public static void TryFile(string path) => Try(path, static file => File.Delete(file));

    /// <summary>With all that is in it.</summary>
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
