using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Mlx;

/// <summary>
/// An interpreter for <c>NarrationPython</c> that finds a stand-in for mlx and mlx-audio, does what it is told, and writes down what it was
/// asked.
/// </summary>
public sealed class StandIn
{
    private readonly string _events;

    /// <param name="folder">Where it lives; made when it is not there.</param>
    /// <param name="version">Of mlx-audio, when it is to be another than the known good one.</param>
    public StandIn(string folder, string? version = null)
    {
        Directory.CreateDirectory(folder);
        Python = Path.Combine(folder, "python");
        _events = Path.Combine(folder, "events.jsonl");
        var packages = Path.Combine(PackageFeed.Repository, "src", "worker", "tests", "standin");
        File.CreateSymbolicLink(
            Python,
            Path.Combine(version is null ? packages : CopyOf(packages, Path.Combine(folder, "packages"), version), "python-with-standin")
        );
        Does(new { });
    }

    /// <summary>For <c>NarrationPython</c>.</summary>
    public string Python { get; }

    /// <summary>Interpreters started through it.</summary>
    public int Starts => File.Exists($"{Python}.log") ? File.ReadAllLines($"{Python}.log").Length : 0;

    /// <summary>Names of the models that were loaded, in order.</summary>
    public IReadOnlyList<string> Loads => [.. Events("load").Select(e => ModelOf(e.GetProperty("path").GetString()!))];

    /// <summary>Texts of every generation, in order: one or many at once.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Batches =>
        [.. Events("generate").Select(e => e.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!).ToList())];

    public IReadOnlyList<string> Spoken => [.. Batches.SelectMany(b => b)];

    /// <summary>Processes that imported mlx.</summary>
    public IReadOnlyList<int> ProcessIds => [.. Events("import").Select(e => e.GetProperty("pid").GetInt32()).Distinct()];

    /// <summary>From now on the models that listen are in its hub cache: Qwen3-ASR, its aligner, and one with a speaker encoder.</summary>
    public Task GetEarsAsync(Machine machine)
    {
        var script = Path.Combine(PackageFeed.Repository, "src", "worker", "tests", "standin", "make_model.py");
        string[] models = ["Qwen3-ASR-0.6B-8bit", "Qwen3-ForcedAligner-0.6B-8bit", "chatterbox-fp16"];
        var names = string.Join(' ', models.Select(model => $"mlx-community/{model}"));
        return machine.BashAsync($"'{Python}' '{script}' '{Python}.hub' {names}");
    }

    /// <summary>What it does from its next start on; the fields are at the top of <c>standin.py</c>.</summary>
    public void Does(object control)
    {
        var values = JsonSerializer.SerializeToNode(control)!.AsObject();
        values["log"] = _events;
        File.WriteAllText($"{Python}.json", values.ToJsonString());
    }

    /// <summary>Forgets what happened so far, and how often each fault has struck.</summary>
    public void Clear()
    {
        File.Delete(_events);
        File.Delete($"{Python}.log");
        foreach (
            var claim in Directory
                .EnumerateFiles(Path.GetDirectoryName(Python)!)
                .Where(f => f.StartsWith($"{Python}.json.", StringComparison.Ordinal))
        )
        {
            File.Delete(claim);
        }
    }

    /// <summary>What it recorded of one kind, in order; a line that is being written is left out.</summary>
    public IReadOnlyList<JsonElement> Events(string kind)
    {
        if (!File.Exists(_events))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(_events, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return
        [
            .. text[..(text.LastIndexOf('\n') + 1)]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
                .Where(e => e.GetProperty("event").GetString() == kind),
        ];
    }

    private static string CopyOf(string packages, string copy, string version)
    {
        foreach (var file in Directory.EnumerateFiles(packages, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(packages, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(copy, "mlx_audio", "version.py"), $"__version__ = \"{version}\"\n");
        return copy;
    }

    private static string ModelOf(string path) =>
        path.Split('/')
            .FirstOrDefault(part => part.StartsWith("models--", StringComparison.Ordinal))
            ?["models--".Length..].Replace("--", "/", StringComparison.Ordinal)
        ?? path;
}
