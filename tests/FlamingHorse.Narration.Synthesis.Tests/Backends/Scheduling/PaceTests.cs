using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class PaceTests
{
    private readonly Pace _pace = new();

    [Fact]
    public void The_first_batch_that_is_done_tells_the_pace()
    {
        Learn(clip: 6, took: 2);
        Speed().ShouldBe(3);
    }

    [Fact]
    public void A_slower_batch_counts_at_once()
    {
        Learn(clip: 4, took: 2);
        Learn(clip: 4, took: 8);
        Speed().ShouldBe(0.5);
    }

    [Fact]
    public void A_faster_batch_counts_by_half()
    {
        Learn(clip: 4, took: 4);
        Learn(clip: 6, took: 2);
        Speed().ShouldBe(2);
    }

    [Fact]
    public void A_batch_without_a_clip_teaches_nothing()
    {
        Learn(clip: 0, took: 2);
        Speed().ShouldBe(1);
        Learn(clip: 4, took: 2);
        Learn(clip: 0, took: 2);
        Speed().ShouldBe(2);
    }

    [Fact]
    public void A_batch_that_never_started_teaches_nothing()
    {
        var batch = NewBatch();
        batch.LongestClip = TimeSpan.FromSeconds(1);
        _pace.Learn(batch, TimeSpan.FromSeconds(100));
        Speed().ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 4, 1)]
    [InlineData(25, 0, 1)]
    [InlineData(25, 4, 0.5)]
    [InlineData(25, 2, 1)]
    [InlineData(25, 1, 1)]
    public void Until_a_first_batch_is_done_its_progress_tells_and_never_better_than_real_time(
        double frames,
        double elapsed,
        double pace
    ) => Speed(frames, elapsed).ShouldBe(pace);

    [Fact]
    public void Once_a_batch_is_done_progress_tells_no_more()
    {
        Learn(clip: 6, took: 2);
        Speed(frames: 25, elapsed: 4).ShouldBe(3);
    }

    private static Batch NewBatch() => new(1, [new BatchItem(1, Jobs.Of("a"), 0, 100, "")]);

    /// <summary>From a batch whose start was not the run's, so that only what it took counts.</summary>
    private void Learn(double clip, double took)
    {
        var batch = NewBatch();
        batch.StartedAt = TimeSpan.FromSeconds(100);
        batch.LongestClip = TimeSpan.FromSeconds(clip);
        _pace.Learn(batch, TimeSpan.FromSeconds(100 + took));
    }

    private double Speed(double frames = 0, double elapsed = 0)
    {
        var running = NewBatch();
        running.Frames = frames;
        return _pace.Of(running, TimeSpan.FromSeconds(elapsed));
    }
}
