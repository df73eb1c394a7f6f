using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>The hub's models on this machine, in <c>folder/model/file</c>. A build only searches; <c>--prepare</c> fetches.</summary>
/// <param name="hub">The models that can be fetched.</param>
/// <param name="folders">Searched in this order; fetched files go into the last one.</param>
internal sealed class ModelLibrary(ModelHub hub, IReadOnlyList<string> folders)
{
    /// <summary>Whether the hub's table has this name.</summary>
    public bool Knows(string model) => hub.FilesOf(model).Count > 0;

    /// <summary>The first path of each file, without checking hashes; null if one is missing or the model is unknown.</summary>
    public IReadOnlyList<string>? Find(string model)
    {
        var paths = hub.FilesOf(model).Select(Find).ToList();
        return paths.Count == 0 || paths.Contains(null) ? null : [.. paths.OfType<string>()];
    }

    /// <summary>The paths of the model's files, verified against the table's hashes.</summary>
    /// <exception cref="Fault">One is missing or damaged, or there is no such model.</exception>
    public IReadOnlyList<string> Require(string model)
    {
        var paths = Find(model) ?? throw Missing(model);
        foreach (var (file, path) in hub.FilesOf(model).Zip(paths))
        {
            FileHash.Require(path, FileHash.OfFile(path), file.Sha256);
        }

        return paths;
    }

    /// <summary>Fetches missing files. When this returns, every hash is right.</summary>
    /// <param name="model">A model for which <see cref="Knows"/> is true.</param>
    /// <param name="progress">Receives the bytes of a file so far and in total.</param>
    /// <param name="cancellation">Ends the download; the next attempt resumes it.</param>
    /// <exception cref="Fault">It cannot be fetched, or a file in a folder before the last has another hash.</exception>
    public async Task<IReadOnlyList<string>> FetchAsync(
        string model,
        Action<RemoteFile, long, long?> progress,
        CancellationToken cancellation
    )
    {
        var target = folders.Count > 0 ? folders[^1] : throw new Fault(FaultCode.BadInput, "No folder for models was named.");
        using var http = new HttpClient();
        var fetcher = new ModelFetcher(http, hub.Address, target, progress);
        var paths = new List<string>();
        foreach (var file in hub.FilesOf(model))
        {
            paths.Add(FindGiven(file) ?? await fetcher.FetchAsync(file, cancellation).ConfigureAwait(false));
        }

        return paths;
    }

    /// <summary>The fault to report if <see cref="Find(string)"/> returns nothing.</summary>
    public Fault Missing(string model) =>
        Knows(model)
            ? new(
                FaultCode.NoModel,
                $"The model '{model}' is not on this machine.",
                "Fetch it once: dotnet build -t:PrepareNarration -p:NarrationAllowDownload=true (a build itself never downloads); or put "
                    + $"{string.Join(", ", hub.FilesOf(model).Select(file => file.File))} into a folder '{model}' where "
                    + "NarrationModelPath points."
            )
            : new(FaultCode.NoModel, $"There is no model '{model}'. Known models: {string.Join(", ", hub.Names)}.", "Name one of them.");

    /// <summary>A copy provided by the user is used or refused, never replaced.</summary>
    private string? FindGiven(RemoteFile file)
    {
        var path = folders.SkipLast(1).Select(folder => PathIn(folder, file)).FirstOrDefault(File.Exists);
        if (path is not null)
        {
            FileHash.Require(path, FileHash.OfFile(path), file.Sha256);
        }

        return path;
    }

    private string? Find(RemoteFile file) => folders.Select(folder => PathIn(folder, file)).FirstOrDefault(File.Exists);

    private static string PathIn(string folder, RemoteFile file) => Path.Combine(folder, file.Model, file.File);
}
