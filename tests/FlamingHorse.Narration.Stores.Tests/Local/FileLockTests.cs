using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class FileLockTests : IDisposable
{
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(20);
    private static readonly CancellationToken _cancelled = new(canceled: true);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task While_one_holds_it_the_next_says_so_once_and_waits()
    {
        var path = _folder["locks", "x.lock"];
        var first = await FileLock.TakeAsync(path, _poll, () => Assert.Fail("nobody holds it"), CancellationToken.None);
        var waits = 0;
        var second = FileLock.TakeAsync(path, _poll, () => waits++, CancellationToken.None);
        await Task.Delay(200);
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
        waits.ShouldBe(1);
    }

    [Fact]
    public async Task Simultaneous_first_users_of_a_new_folder_exclude_each_other()
    {
        // Whoever looks for the folder just before another makes it, and asks just after it, was told "no such file" instead.
        var random = Seed.NewRandom("builds that come first");
        var rounds = OperatingSystem.IsWindows() ? 50 : 3_000;
        for (var round = 0; round < rounds; round++)
        {
            var folder = _folder[$"new{round}"];
            var head = random.Next(4_000);
            using var start = new Barrier(2);
            var other = Task.Run(() => Take(0));
            var guards = Take(head);
            (guards, await other).ShouldBe((true, true), $"in round {round}");

            bool Take(int wait)
            {
                start.SignalAndWait();
                Thread.SpinWait(wait);
                using var held = FileLock.Guard("some/file", folder, CancellationToken.None);
                return held.Guards;
            }
        }
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var held = await FileLock.TakeAsync(_folder["x"], _poll, () => { }, CancellationToken.None);
        using var stop = new CancellationTokenSource(100);
        await Should.ThrowAsync<OperationCanceledException>(() => FileLock.TakeAsync(_folder["x"], _poll, () => { }, stop.Token));
    }

    [Fact]
    public async Task Where_no_lock_can_be_had_work_goes_on_without_one()
    {
        await File.WriteAllTextAsync(_folder["file"], "");
        using var none = await FileLock.TakeAsync(_folder["file", "x.lock"], _poll, () => Assert.Fail("not held"), CancellationToken.None);
        none.Guards.ShouldBeFalse();
    }

    [Fact]
    public void A_named_lock_file_stays_and_a_keys_lock_file_is_removed_with_its_holder()
    {
        FileLock.TryTake(_folder["name.lock"], keepsFile: true).ShouldNotBeNull().Dispose();
        FileLock.TryTake(_folder["key.lock"]).ShouldNotBeNull().Dispose();

        Directory.EnumerateFiles(_folder.Path).ShouldBe([_folder["name.lock"]]);
    }

    [Fact]
    public void Only_one_holder_guards_a_file_and_no_lock_file_appears_beside_it()
    {
        using (FileLock.Guard(_folder["it.json"], _folder["locks"], CancellationToken.None))
        {
            Should.Throw<OperationCanceledException>(() => FileLock.Guard(_folder["it.json"], _folder["locks"], _cancelled));
            FileLock.Guard(_folder["other.json"], _folder["locks"], _cancelled).Dispose();
        }

        using var next = FileLock.Guard(_folder["it.json"], _folder["locks"], _cancelled);
        next.Guards.ShouldBeTrue();
        Directory.EnumerateFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_guarded_file()
    {
        using var held = FileLock.Guard(_folder["it.json"], _folder["locks"], CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var wait = Task.Run(() => FileLock.Guard(_folder["it.json"], _folder["locks"], stop.Token));
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(wait);
    }

    /// <summary>The token is cancelled: whoever took the fault for another holder would begin to wait, and throw.</summary>
    [Fact]
    [Trait("Needs", "a Unix: mounts a small file system")]
    public void A_read_only_folder_is_no_reason_to_wait()
    {
        using var disk = new SmallDisk();
        disk.MakeReadOnly();

        using var none = FileLock.Guard(_folder["it.json"], disk.Path, _cancelled);

        none.Guards.ShouldBeFalse();
    }

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public void A_lock_that_cannot_be_opened_is_no_reason_to_wait()
    {
        using (FileLock.Guard(_folder["it.json"], _folder["locks"], CancellationToken.None)) { }
        var path = Directory.EnumerateFiles(_folder["locks"]).ShouldHaveSingleItem();
        File.Delete(path);
        File.CreateSymbolicLink(path, path);

        using var none = FileLock.Guard(_folder["it.json"], _folder["locks"], _cancelled);

        none.Guards.ShouldBeFalse();
    }
}
