namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>
/// Stand-ins on PATH for everything that speaks or interprets. Each writes a line for every start, then becomes the real one.
/// </summary>
public sealed class Shims
{
    private readonly string _log;

    public Shims(string root)
    {
        Folder = Directory.CreateDirectory(Path.Combine(root, "shims")).FullName;
        _log = Path.Combine(root, "starts.log");
        foreach (var name in new[] { "python", "python3", "flite", "espeak-ng", "say" })
        {
            Write(Path.Combine(Folder, name), name, ToolFolder.Find(name) is { } real ? $"exec '{real}' \"$@\"" : "exit 127");
        }
    }

    /// <summary>First on the machine's PATH.</summary>
    public string Folder { get; }

    /// <summary>What was started, in order: <c>flite</c>, <c>worker</c> and so on.</summary>
    public IReadOnlyList<string> Starts => File.Exists(_log) ? File.ReadAllLines(_log) : [];

    /// <summary>Forgets the starts so far.</summary>
    public void Clear() => File.Delete(_log);

    /// <summary>From now on nothing of the kind is on PATH: the tool folder behind has none either.</summary>
    public void Remove()
    {
        foreach (var shim in Directory.EnumerateFiles(Folder))
        {
            File.Delete(shim);
        }
    }

    /// <summary>An engine that is there and fails.</summary>
    public void Break(string name) => Write(Path.Combine(Folder, name), name, "echo broken >&2; exit 3");

    /// <summary>A program that records its start under a name, then runs a line of shell.</summary>
    public void Write(string path, string name, string line)
    {
        File.WriteAllText(path, $"#!/bin/sh\necho {name} >> '{_log}'\n{line}\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }
}
