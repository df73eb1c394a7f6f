using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>The hub's models on this machine, in <c>folder/model/file</c>. A build only looks; to fetch is for <c>--prepare</c>.</summary>
/// <param name="hub">What can be had.</param>
/// <param name="folders">Looked in in this order; what is fetched goes into the last.</param>
internal sealed class ModelLibrary(ModelHub hub, IReadOnlyList<string> folders)
{
    /// <summary>Whether it is a name of the hub's table.</summary>
    public bool Knows(string model) => hub.FilesOf(model).Count > 0;

    /// <summary>The first place of each file, hashes not looked at. Null: one is missing, or the model is unknown.</summary>
    public IReadOnlyList<string>? Find(string model)
    {
        var paths = hub.FilesOf(model).Select(Find).ToList();
        return paths.Count == 0 || paths.Contains(null) ? null : [.. paths.OfType<string>()];
    }

    /// <summary>The model's files, each with the hash of the table.</summary>
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

    /// <summary>Fetches what is not there yet. Every hash is right when this returns.</summary>
    /// <param name="model">One that <see cref="Knows"/> knows.</param>
    /// <param name="progress">Hears bytes of a file so far and in all, as they come.</param>
    /// <param name="cancellation">What was fetched until then is kept for the next try.</param>
    /// <exception cref="Fault">It cannot be had, or a file in a folder before the last has another hash.</exception>
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

    /// <summary>What to answer where <see cref="Find(string)"/> has nothing.</summary>
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

    /// <summary>A copy that the user provides is used or refused, never replaced.</summary>
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
