using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

public sealed class MachineLockTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_holds_it_the_next_says_so_once_and_waits()
    {
        var path = _folder["locks/x.lock"];
        var first = await MachineLock.TakeAsync(path, Poll, () => Assert.Fail("nobody holds it"), CancellationToken.None);
        var waits = 0;
        var second = MachineLock.TakeAsync(path, Poll, () => waits++, CancellationToken.None);
        await Task.Delay(200);
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
        waits.ShouldBe(1);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var held = await MachineLock.TakeAsync(_folder["x"], Poll, () => { }, CancellationToken.None);
        using var stop = new CancellationTokenSource(100);
        await Should.ThrowAsync<OperationCanceledException>(() => MachineLock.TakeAsync(_folder["x"], Poll, () => { }, stop.Token));
    }

    [Fact]
    public async Task Where_no_lock_can_be_had_work_goes_on_without()
    {
        await File.WriteAllTextAsync(_folder["file"], "");
        using var none = await MachineLock.TakeAsync(_folder["file/x.lock"], Poll, () => Assert.Fail("not held"), CancellationToken.None);
        none.ShouldNotBeNull();
    }
}
