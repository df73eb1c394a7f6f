using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Synthesis.Tests.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Intake;

public sealed class ClipIntakeTests
{
    private static readonly Dictionary<string, string> Engine = new() { ["mlx"] = "0.3" };

    private readonly Channel<WorkerEvent> _events = Channel.CreateUnbounded<WorkerEvent>();
    private readonly FakeRecognizer _recognizer = new();

    [Fact]
    public async Task A_good_clip_is_stored_and_its_file_deleted()
    {
        var sink = new RecordingSink();
        using var clip = new WorkerClip();
        using var intake = Intake(sink);

        intake.Take(clip.Item, clip.Batch, clip.Done, Engine);

        intake.InProgress.ShouldBe(1);
        var judged = (await NextAsync()).ShouldBeOfType<WorkerEvent.Judged>();
        judged.Job.ShouldBe(clip.Item.Job);
        judged.Clip.Problems.ShouldBeEmpty();
        sink.Clip("s001").Record.Engine.ShouldBe(Engine);
        File.Exists(clip.Item.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_clip_that_is_not_as_announced_is_settled_and_not_stored()
    {
        var sink = new RecordingSink();
        using var clip = new WorkerClip();
        using var intake = Intake(sink);

        intake.Take(clip.Item, clip.Batch, clip.Done with { Samples = 1 }, Engine);

        var judged = (await NextAsync()).ShouldBeOfType<WorkerEvent.Judged>().Clip;
        judged.IsFalseAnswer.ShouldBeTrue();
        judged.Problems.ShouldHaveSingleItem().ShouldContain("1 at 24000 Hz, mono, 16 bits, were announced");
        sink.Clips.ShouldBeEmpty();
        File.Exists(clip.Item.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Clips_of_a_batch_are_listened_to_together_and_once()
    {
        var sink = new RecordingSink();
        using WorkerClip first = new(id: "a"),
            second = new(id: "b"),
            third = new(id: "c");
        using var intake = Intake(sink, _recognizer);

        intake.Take(first.Item, first.Batch, first.Done, Engine);
        intake.Take(second.Item, second.Batch, second.Done, Engine);
        intake.EndBatch();
        (await NextAsync()).ShouldBeOfType<WorkerEvent.Judged>().Job.ShouldBe(first.Item.Job);
        (await NextAsync()).ShouldBeOfType<WorkerEvent.Judged>().Job.ShouldBe(second.Item.Job);
        intake.Take(third.Item, third.Batch, third.Done, Engine);
        intake.EndBatch();
        (await NextAsync()).ShouldBeOfType<WorkerEvent.Judged>().Job.ShouldBe(third.Item.Job);

        _recognizer.Batches.Select(batch => string.Join(" ", batch.Select(take => take.Id))).ShouldBe(["a b", "c"]);
        sink.Clips.Select(clip => clip.Request.Id).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Where_a_recognizer_fails_each_of_its_clips_is_settled()
    {
        using WorkerClip first = new(id: "a"),
            second = new(id: "b");
        var broken = new FakeRecognizer { BeforeAnswer = () => throw new InvalidOperationException("deaf") };
        using var intake = Intake(new RecordingSink(), broken);

        intake.Take(first.Item, first.Batch, first.Done, Engine);
        intake.Take(second.Item, second.Batch, second.Done, Engine);
        intake.EndBatch();

        (await NextAsync()).ShouldBeOfType<WorkerEvent.StoreFailed>().Cause.Message.ShouldBe("deaf");
        (await NextAsync()).ShouldBeOfType<WorkerEvent.StoreFailed>().Cause.Message.ShouldBe("deaf");
    }

    [Fact]
    public async Task A_clip_that_cannot_be_stored_is_settled()
    {
        using var clip = new WorkerClip();
        using var intake = Intake(new RecordingSink { WhenCompleted = _ => throw new IOException("full") });

        intake.Take(clip.Item, clip.Batch, clip.Done, Engine);

        (await NextAsync()).ShouldBeOfType<WorkerEvent.StoreFailed>().Cause.Message.ShouldBe("full");
    }

    [Fact]
    public async Task A_clip_that_cannot_even_be_looked_for_is_settled()
    {
        using var clip = new WorkerClip();
        using var intake = Intake(new RecordingSink());

        intake.Take(clip.Item with { Path = "" }, clip.Batch, clip.Done, Engine);

        (await NextAsync()).ShouldBeOfType<WorkerEvent.StoreFailed>().Cause.ShouldBeOfType<ArgumentException>();
    }

    [Fact]
    public async Task At_the_end_the_run_waits_for_as_many_clips_as_are_not_settled_yet()
    {
        using var intake = Intake(new RecordingSink());
        intake.InProgress = 2;
        var settled = new WorkerEvent.StoreFailed(new IOException());
        WorkerEvent[] events = [settled, new WorkerEvent.MalformedOutput(null!, "junk"), settled, settled];
        events.Count(_events.Writer.TryWrite).ShouldBe(4);

        await intake.WaitForSettledAsync(_events.Reader, TimeSpan.FromSeconds(5));

        intake.InProgress.ShouldBe(0);
        _events.Reader.Count.ShouldBe(1);
    }

    [Fact]
    public async Task At_the_end_of_its_patience_the_run_leaves_what_is_not_settled()
    {
        using var intake = Intake(new RecordingSink());
        intake.InProgress = 1;
        await intake.WaitForSettledAsync(_events.Reader, TimeSpan.Zero);
        intake.InProgress.ShouldBe(1);
    }

    private ClipIntake Intake(RecordingSink sink, params ITakeChecker[] checkers) =>
        new(new TakeJudge(new ClipJudge(), checkers), sink, _events.Writer, CancellationToken.None);

    private async Task<WorkerEvent> NextAsync() => await _events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
