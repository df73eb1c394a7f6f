namespace FlamingHorse.Narration.Audio;

/// <summary>Writes a file so that no reader ever sees it half written.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
            }

            Move(unfinished, path);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void Move(string from, string to)
    {
#if NETSTANDARD2_0
        if (File.Exists(to))
        {
            File.Replace(from, to, destinationBackupFileName: null);
            return;
        }

        File.Move(from, to);
#else
        File.Move(from, to, overwrite: true);
#endif
    }
}
