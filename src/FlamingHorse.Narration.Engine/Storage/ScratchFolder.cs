using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>
/// Where this build's clips live when the cache cannot be written: a folder made at the first need, and gone with the build.
/// </summary>
/// <param name="parent">Null: the system's temporary folder.</param>
internal sealed class ScratchFolder(string? parent) : IDisposable
{
    private readonly Lock _gate = new();
    private RunFolder? _folder;
    private string? _path;

    /// <summary>The path of a clip that was put here.</summary>
    public string? Find(string hash) =>
        _path is { } folder && File.Exists(Path.Combine(folder, hash + ".wav")) ? Path.Combine(folder, hash + ".wav") : null;

    /// <exception cref="NarrationException">There is no folder that can be written to.</exception>
    public string Add(string hash, ReadOnlySpan<byte> audio)
    {
        try
        {
            var path = Path.Combine(Folder(), hash + ".wav");
            AtomicFile.Write(path, audio, isPrivate: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NarrationException(
                StoreFindings.OutputNotWritable.At(
                    null,
                    $"Neither the narration cache nor '{parent ?? Path.GetTempPath()}' can be written ({e.Message}): free some space or "
                        + $"set NarrationCachePath."
                ),
                e
            );
        }
    }

    public void Dispose()
    {
        _folder?.Dispose();
        if (_folder is null && _path is { } folder)
        {
            Removal.TryFolder(folder);
        }
    }

    private string Folder()
    {
        lock (_gate)
        {
            if (_path is null && parent is not null)
            {
                _folder = RunFolder.Make(parent);
                _path = _folder.Path;
            }

            return _path ??= Directory.CreateTempSubdirectory("flaming-horse-narration-").FullName;
        }
    }
}
