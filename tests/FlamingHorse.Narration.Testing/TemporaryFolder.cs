namespace FlamingHorse.Narration.Testing;

/// <summary>An empty folder that is removed at the end of a test.</summary>
/// <param name="prefix">How its name begins; with spaces, since users' folders have them.</param>
public sealed class TemporaryFolder(string prefix = "narration test ") : IDisposable
{
    /// <summary>Absolute.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory(prefix).FullName;

    /// <summary>The path of something in it.</summary>
    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file in it, with the folders above the file.</summary>
    /// <returns>The file's absolute path.</returns>
    public string Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file that may be run, where that is a matter of a mode.</summary>
    /// <returns>The file's absolute path.</returns>
    public string WriteProgram(string relative, string text)
    {
        var path = Write(relative, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>Every file with its bytes and its time of writing, by path.</summary>
    public IReadOnlyDictionary<string, (string Content, DateTime Time)> Snapshot() =>
        Directory
            .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => (Convert.ToBase64String(File.ReadAllBytes(file)), File.GetLastWriteTimeUtc(file)));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
