using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A worker that speaks the real protocol, writes down what it was asked, and never gives the same sound twice.</summary>
public sealed class ScriptedWorker
{
    private readonly Shims _shims;
    private readonly string _program;
    private readonly string _log;

    public ScriptedWorker(string root, Shims shims)
    {
        _shims = shims;
        _program = Path.Combine(root, "narration-worker");
        _log = Path.Combine(root, "requests.jsonl");
        Use();
    }

    /// <summary>For <c>NarrationWorkerCommand</c>. It stays the same whatever the script is.</summary>
    public string Command => _program;

    public int Starts => _shims.Starts.Count(name => name == "worker");

    /// <summary>Texts that it was asked to speak, in order.</summary>
    public IReadOnlyList<string> Spoken => [.. Batches.SelectMany(b => b)];

    /// <summary>The same by batch, each when its work begins.</summary>
    public IEnumerable<IReadOnlyList<string>> Batches =>
        Events("batch").Select(e => e.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!).ToList());

    /// <summary>Processes of it, also those that are gone.</summary>
    public IEnumerable<int> ProcessIds => Events("start").Select(e => e.GetProperty("pid").GetInt32());

    /// <summary>Messages of the host of one kind, in order.</summary>
    public IEnumerable<JsonElement> Messages(string kind) =>
        Events("message").Select(e => e.GetProperty("message")).Where(m => m.GetProperty("t").GetString() == kind);

    /// <summary>From now on it acts so; options as at the top of <c>scripted_worker.py</c>.</summary>
    public void Use(params IEnumerable<string> options)
    {
        var python = ToolFolder.Find("python3") ?? throw new InvalidOperationException("The scripted worker needs python3.");
        var script = Path.Combine(PackageFeed.Repository, "tests", "scripted-worker", "scripted_worker.py");
        _shims.Write(_program, "worker", $"exec '{python}' '{script}' --record '{_log}' {string.Join(' ', options)}");
    }

    /// <summary>Forgets what was asked and started so far.</summary>
    public void Clear()
    {
        File.Delete(_log);
        _shims.Clear();
    }

    /// <summary>What it recorded of one kind, in order.</summary>
    private IEnumerable<JsonElement> Events(string kind)
    {
        if (!File.Exists(_log))
        {
            yield break;
        }

        using var reader = new StreamReader(new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("event").GetString() == kind)
            {
                yield return document.RootElement.Clone();
            }
        }
    }
}
