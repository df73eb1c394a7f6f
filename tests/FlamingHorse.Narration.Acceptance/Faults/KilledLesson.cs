using System.Globalization;
using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Faults;

/// <summary>
/// A lesson whose builds are killed again and again, and what must hold after each kill and after each build that was let live.
/// </summary>
internal sealed class KilledLesson
{
    private const int Lines = 12;
    private const int NewLines = 4;

    private readonly Machine _machine;
    private readonly LessonProject _lesson;
    private readonly int[] _versions = new int[Lines];
    private readonly HashSet<string> _whole = [];
    private readonly HashSet<string> _own;
    private BuildPhases _phases = new(default, default, default);
    private int _changes;

    public KilledLesson(Machine machine)
    {
        _machine = machine;
        machine.Worker.Use("--frame-ms 5");
        _lesson = machine.NewProject().Set("NarrationBatchSize", "2");
        _own = ["Program.cs", "Lesson.csproj", "Scenes", "obj", "bin", "narration.lock.json"];
        Change(Lines);
    }

    /// <summary>Kills before a worker was there.</summary>
    public int Before { get; private set; }

    /// <summary>Kills while a worker lived.</summary>
    public int During { get; private set; }

    /// <summary>Kills after the last word was spoken.</summary>
    public int After { get; private set; }

    /// <summary>Builds that were let live.</summary>
    public int Builds { get; private set; }

    /// <summary>Clips that are finished.</summary>
    public int Clips => Actions().Count();

    /// <summary>Unfinished files that lay there before a build that was let live.</summary>
    public int Leftovers { get; private set; }

    /// <summary>
    /// A build of a few new lines, and of what killed builds left to do. It needs no help, speaks nothing that is finished, and nothing
    /// unfinished is left after it.
    /// </summary>
    public async Task BuildAsync()
    {
        Leftovers += Unfinished().Count();
        Change(NewLines);
        var finished = Actions().Select(Path.GetFileName).ToList();
        _machine.Worker.Clear();

        using var run = await _lesson.StartAsync("build");
        _phases = await BuildPhases.OfAsync(run, _machine.Worker);
        new BuildResult(await run.WaitAsync(), run.Output, run.Elapsed, null).ShouldSucceedWithoutWarnings();
        Builds++;
        finished.Except(Actions().Select(Path.GetFileName)).ShouldBeEmpty();
        _machine.Worker.Spoken.Count.ShouldBe(Clips - finished.Count);
        _lesson.Lock.Ids.Count().ShouldBe(Lines);
        _lesson.Audio().Values.Order().ShouldBe(_lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
        Directory.EnumerateFileSystemEntries(_lesson.Folder).Select(Path.GetFileName).ShouldBe(_own, ignoreOrder: true);
        Unfinished().ShouldBeEmpty();
        ShouldBeWhole();
    }

    /// <summary>A build like that, killed at a part of its time; what is to be seen of it is whole, and no process of it is left.</summary>
    /// <param name="part">0 to 1.</param>
    public async Task KillAsync(double part)
    {
        // A build that ends before it is killed does not count: the machine is quicker than when the phases were measured.
        while (!await TryKillAsync(part))
        {
            _phases = _phases.Shortened();
        }

        ShouldBeWhole();
    }

    private async Task<bool> TryKillAsync(double part)
    {
        Change(NewLines);
        _machine.Worker.Clear();
        using var build = await _lesson.StartAsync("build");
        await _phases.WaitAsync(build, _machine.Worker, part);
        var workers = _machine.Worker.ProcessIds.ToList();
        var isSpeaking = workers.Any(Wait.IsAlive);
        var isKilled = build.IsRunning;
        if (isKilled)
        {
            build.Kill();
        }

        isKilled &= await build.WaitAsync() == 128 + 9;
        await Wait.UntilAsync(() => !Processes().Any(), TimeSpan.FromSeconds(15), () => $"Left: {string.Join("; ", Processes())}");
        if (isKilled)
        {
            (Before, During, After) = (
                Before + (workers.Count == 0 ? 1 : 0),
                During + (isSpeaking ? 1 : 0),
                After + (workers.Count > 0 && !isSpeaking ? 1 : 0)
            );
        }

        return isKilled;
    }

    /// <summary>Other texts than ever before in the next few lines.</summary>
    private void Change(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _versions[_changes % Lines] = _changes++;
        }

        _lesson.Scene("Intro", _versions.Select((version, line) => ($"Line{line}", $"Line {line}, version {version}.")));
    }

    /// <summary>
    /// Whatever can be seen in the cache is complete: the content has its hash, the action its content. What was looked at once does not
    /// change.
    /// </summary>
    private void ShouldBeWhole()
    {
        foreach (var file in Visible("cas").Where(_whole.Add))
        {
            AudioFolder.Hash(file).ShouldBe(Path.GetFileName(file));
        }

        foreach (var file in Actions().Where(_whole.Add))
        {
            using var action = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var output in action.RootElement.GetProperty("outputFiles").EnumerateArray())
            {
                var digest = output.GetProperty("digest");
                var hash = digest.GetProperty("hash").GetString()!;
                new FileInfo(Path.Combine(_machine.Cache, "v1", "cas", hash[..2], hash))
                    .Length.ToString(CultureInfo.InvariantCulture)
                    .ShouldBe(digest.GetProperty("sizeBytes").GetString());
            }
        }

        Directory.Exists(Path.Combine(_machine.Cache, "v1", "quarantine")).ShouldBeFalse();
    }

    private IEnumerable<string> Actions() => Visible("ac");

    private IEnumerable<string> Visible(string kind) => Files(Path.Combine(_machine.Cache, "v1", kind)).Where(f => !IsUnfinished(f));

    /// <summary>In the cache, beside the project's files, in obj and in bin.</summary>
    private IEnumerable<string> Unfinished() =>
        Files(_machine.Cache)
            .Concat(Files(_lesson.Folder))
            .Where(IsUnfinished)
            .Concat(Directory.Exists(_lesson.Intermediate()) ? Directory.EnumerateDirectories(_lesson.Intermediate(), "tmp-*") : []);

    private static bool IsUnfinished(string file) => file.EndsWith(".tmp", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    /// <summary>Processes that were started on this machine, whoever started them, but for the compiler's server.</summary>
    private IEnumerable<string> Processes()
    {
        var home = $"HOME={_machine.Environment["HOME"]}\0";
        foreach (
            var process in Directory
                .EnumerateDirectories("/proc")
                .Where(p => int.TryParse(Path.GetFileName(p), CultureInfo.InvariantCulture, out _))
        )
        {
            if (
                Read(process, "environ").Contains(home, StringComparison.Ordinal)
                && Read(process, "cmdline") is { Length: > 0 } command
                && !command.Contains("VBCSCompiler", StringComparison.Ordinal)
            )
            {
                yield return command.Replace('\0', ' ');
            }
        }
    }

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
