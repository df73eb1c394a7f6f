using System.Diagnostics;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public async Task Files_of_a_living_process_stay_and_are_swept_once_it_is_killed()
    {
        using var living = await StartAsync();
        using var killed = await StartAsync();
        Write("manifest.json");
        var all = Entries();
        all.Count.ShouldBe(7, "two folders with their marks, two files, one that is finished");

        Sweep();
        Entries().ShouldBe(all);

        killed.Kill();
        await killed.WaitForExitAsync();
        Sweep();
        Entries().Count.ShouldBe(4);

        living.Kill();
        await living.WaitForExitAsync();
        Sweep();
        Entries().ShouldBe(["manifest.json"]);
    }

    [Fact]
    public void Only_what_another_machine_may_be_making_is_swept_a_day_later()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "tmp-of-another"));
        Write("tmp-of-another/0123456789abcdef-1.tmp");
        Write("tmp-of-another/half.wav");
        Write("manifest.json");
        Write("0123456789abcdef-2.tmp");

        Sweep(TimeSpan.FromHours(23));
        Entries().ShouldBe(["0123456789abcdef-2.tmp", "manifest.json", "tmp-of-another"]);

        Sweep(TimeSpan.FromHours(25));
        Entries().ShouldBe(["manifest.json"]);
    }

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public async Task A_sweep_that_is_killed_itself_leaves_the_mark_for_the_next()
    {
        using var killed = await StartAsync();
        killed.Kill();
        await killed.WaitForExitAsync();
        Directory.Delete(Directory.EnumerateDirectories(_folder.Path).Single(), recursive: true);

        Sweep();

        Entries().ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_ends_removes_its_folder_and_mark()
    {
        using (var run = RunFolder.Make(_folder.Path))
        {
            File.WriteAllText(Path.Combine(run.Path, "half.wav"), "RIFF");
            Entries().Count.ShouldBe(2);
        }

        Entries().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public async Task Where_locks_do_not_work_no_process_is_taken_for_dead()
    {
        using var killed = await StartAsync();
        killed.Kill();
        await killed.WaitForExitAsync();
        var left = Entries();

        using var sweep = Shell.StartChild([("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1")], "sweep", _folder.Path);
        await sweep.WaitForExitAsync();

        sweep.ExitCode.ShouldBe(0);
        Entries().ShouldBe(left);
        left.Count.ShouldBe(3);
    }

    /// <summary>A process with a folder of its own and an unfinished file beside it.</summary>
    private async Task<Process> StartAsync()
    {
        var child = Shell.StartChild("make-forever", _folder.Path);
        (await child.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return child;
    }

    private void Write(string name) => File.WriteAllText(Path.Combine(_folder.Path, name), "{}");

    private void Sweep(TimeSpan ahead = default) => RunFolder.Sweep(_folder.Path, new Clock(ahead));

    private List<string?> Entries() =>
        [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)];

    private sealed class Clock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + ahead;
    }
}
