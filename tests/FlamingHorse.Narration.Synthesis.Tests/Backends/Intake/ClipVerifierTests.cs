using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Intake;

/// <summary>Of files that are as their worker said.</summary>
public sealed class ClipVerifierTests
{
    private static readonly Dictionary<string, string> Engine = new() { ["mlx"] = "0.3" };

    [Fact]
    public void What_a_worker_says_of_its_file_comes_with_the_sound()
    {
        using var clip = new WorkerClip();
        var done = clip.Done with
        {
            Words = [.. WorkerClip.Words.Take(2)],
            Unread = [new(2, "three")],
            Speech = [2_400, 43_200],
            ElapsedMs = 1_500,
        };

        var raw = Accepted(clip, done);

        (raw.Signal.SampleRate, raw.Signal.Samples.Length).ShouldBe((24_000, 50_400));
        raw.Words.ShouldNotBeNull().ShouldBe([new RawWord(0, 0.1, 0.5), new RawWord(1, 0.5, 1)]);
        raw.Unread.ShouldBe(["three"]);
        raw.Speech.ShouldBe(new SpeechBounds(2_400, 43_200));
        (raw.Seed, raw.BatchSize, raw.BatchPosition).ShouldBe((clip.Batch.Seed, 2, 1));
        raw.Elapsed.ShouldBe(TimeSpan.FromSeconds(1.5));
        raw.Engine.ShouldBe(Engine);
        raw.IsCut.ShouldBeFalse();
    }

    [Fact]
    public void A_worker_that_knows_no_times_gives_none()
    {
        using var clip = new WorkerClip();
        var raw = Accepted(clip, clip.Done);
        raw.Words.ShouldBeNull();
        raw.Speech.ShouldBeNull();
        raw.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("eos", WorkerClip.MostFrames - 1, false, false)]
    [InlineData("eos", WorkerClip.MostFrames, false, true)]
    [InlineData("eos", WorkerClip.MostFrames + 1, false, true)]
    [InlineData("length", 10, false, true)]
    [InlineData("eos", WorkerClip.MostFrames, true, false)]
    [InlineData("length", 10, true, true)]
    public void A_clip_is_cut_where_its_worker_says_so_or_it_is_as_long_as_its_cap_and_no_word_is_timed(
        string finish,
        int frames,
        bool isTimed,
        bool isCut
    )
    {
        using var clip = new WorkerClip();
        var done = clip.Done with { Finish = finish, Frames = frames, Words = isTimed ? WorkerClip.Words : null };
        Accepted(clip, done).IsCut.ShouldBe(isCut);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(1e300, 1e9)]
    public void A_time_that_a_clip_cannot_have_taken_is_brought_into_bounds(double told, double milliseconds)
    {
        using var clip = new WorkerClip();
        Accepted(clip, clip.Done with { ElapsedMs = told }).Elapsed.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void A_hash_may_be_in_capital_letters()
    {
        using var clip = new WorkerClip();
        Accepted(clip, clip.Done with { Sha256 = clip.Done.Sha256.ToUpperInvariant() });
    }

    [Fact]
    public void A_header_without_samples_is_a_file_as_announced()
    {
        using var clip = new WorkerClip(WavFile.Header(0, 24_000));
        Accepted(clip, clip.Done).Signal.Samples.ShouldBeEmpty();
    }

    private static RawClip Accepted(WorkerClip clip, WorkerMessage.Done done)
    {
        var (raw, problem) = ClipVerifier.Read(clip.Item, clip.Batch, done, Engine);
        problem.ShouldBeNull();
        return raw.ShouldNotBeNull();
    }
}
