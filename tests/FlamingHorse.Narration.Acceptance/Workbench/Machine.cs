namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A user's machine: home, cache, environment, and what is on PATH. Projects on it live beside each other.</summary>
public sealed class Machine : IDisposable
{
    // The slow loops load the machine themselves.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(Soak.Part > 0 ? 20 : 3);

    private readonly Dictionary<string, string> _environment;

    public Machine(PackageFeed feed)
    {
        Feed = feed;
        Root = feed.NewFolder();
        Shims = new(Root);
        Worker = new(Root, Shims);
        _environment = feed.Environment();
        _environment["PATH"] = $"{Shims.Folder}:{_environment["PATH"]}";
        UseHome("home");
    }

    public PackageFeed Feed { get; }

    public string Root { get; }

    public Shims Shims { get; }

    public ScriptedWorker Worker { get; }

    public IReadOnlyDictionary<string, string> Environment => _environment;

    public string Cache => Path.Combine(_environment["XDG_CACHE_HOME"], "flaming-horse-narration");

    /// <summary>Another user, or the same after all caches were lost.</summary>
    public void UseHome(string name)
    {
        var home = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        _environment["HOME"] = home;
        _environment["XDG_CACHE_HOME"] = Path.Combine(home, ".cache");
        _environment["XDG_DATA_HOME"] = Path.Combine(home, ".local", "share");
    }

    /// <summary>
    /// A variable was set that the runtime reads when a process starts, such as its culture. A server that is there already would not
    /// notice it.
    /// </summary>
    public bool NeedsNewProcess { get; private set; }

    public void Set(string variable, string? value)
    {
        NeedsNewProcess |= variable == "LANG" || variable.StartsWith("DOTNET_", StringComparison.Ordinal);
        if (value is null)
        {
            _environment.Remove(variable);
        }
        else
        {
            _environment[variable] = value;
        }
    }

    /// <param name="name">Of the project file and the assembly.</param>
    /// <param name="folder">Under the machine's root; the name when it is not given.</param>
    public LessonProject NewProject(string name = "Lesson", string? folder = null) => new(this, Path.Combine(Root, folder ?? name), name);

    /// <summary>A command in a folder of this machine; the limit is for a machine under load.</summary>
    public ProcessRun Start(string program, string folder, params IEnumerable<string> arguments) =>
        ProcessRun.Start(program, folder, _environment, _limit, arguments);

    /// <summary>A command of the CLI in which MSBuild works in a process that stays for the next one.</summary>
    public ProcessRun StartIn(BuildServer server, string folder, params IEnumerable<string> arguments) =>
        ProcessRun.Start(Feed.Tools.Dotnet, folder, ProcessRun.With(_environment, server.Variables), _limit, arguments);

    /// <summary>A line of bash; its output. Fails when the line fails.</summary>
    public async Task<string> BashAsync(string line)
    {
        using var run = Start("/bin/bash", Root, "-c", line);
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return run.Output;
    }

    public void Dispose()
    {
        if (!PackageFeed.KeepsFolders)
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
