namespace FlamingHorse.Narration.Engine.Tests.Fakes;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("narration-engine-").FullName;

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string content)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Every file with its bytes and its time of writing.</summary>
    public IReadOnlyDictionary<string, (string Content, DateTime Time)> Snapshot() =>
        Directory
            .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => (Convert.ToBase64String(File.ReadAllBytes(file)), File.GetLastWriteTimeUtc(file)));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
