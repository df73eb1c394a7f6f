using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

/// <summary>Each is asked for what the others did not bring, and the record says who said what.</summary>
public sealed class SeveralRecognizersTests
{
    [Fact]
    public async Task The_first_transcript_counts_and_words_come_from_whoever_times_them()
    {
        var first = new FakeRecognizer { By = "first", Brings = HeardParts.Transcript };
        var second = new FakeRecognizer { By = "second", Brings = HeardParts.Transcript };
        var aligner = new FakeRecognizer { By = "aligner", Brings = HeardParts.Words };
        var record = await RecordAsync(Take(), first, second, aligner);

        record
            .Checks.ShouldNotBeNull()
            .Select(check => (check.By, HasText: check.Transcript is not null))
            .ShouldBe([("first", true), ("aligner", false)]);
        record.Words.ShouldBe(record.Checks![1].Words);
        second.Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_one_recognizer_cannot_hear_the_next_is_asked_about()
    {
        var deaf = new FakeRecognizer { By = "deaf", Verdict = (_, _) => null };
        var second = new FakeRecognizer { By = "second", Brings = HeardParts.Transcript };
        (await RecordAsync(Take(), deaf, second)).Checks.ShouldNotBeNull().ShouldHaveSingleItem().By.ShouldBe("second");
    }

    [Fact]
    public async Task A_voice_that_knows_its_words_is_not_aligned()
    {
        IReadOnlyList<RawWord> known = [new(0, 0.5, 0.8), new(1, 0.9, 1.4)];
        var aligner = new FakeRecognizer { Brings = HeardParts.Words };
        var take = Take(known);
        (await RecordAsync(take, aligner)).Words.ShouldBe(take.Clip.Record.Words);
        aligner.Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recognizer_that_gives_everything_is_the_only_one_asked()
    {
        var all = new FakeRecognizer { By = "all" };
        var aligner = new FakeRecognizer { Brings = HeardParts.Words };
        (await RecordAsync(Take(), all, aligner)).Words.ShouldNotBeNull();
        aligner.Batches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_transcript_is_ignored_and_the_other_results_are_kept(string transcript)
    {
        var alone = TranscriptJudge.Judge(Take(), new Hearing("ear") { Transcript = transcript });
        alone.ShouldBe(TakeVerdict.NotHeard);

        var timed = TranscriptJudge.Judge(Take(), new Hearing("ear") { Transcript = transcript, Words = [new WordTime(0, 10, 20)] });
        timed.Check.ShouldNotBeNull().Transcript.ShouldBeNull();
        timed.Check.Words.ShouldNotBeNull().Count.ShouldBe(1);
        timed.IsRefused.ShouldBeFalse();
    }

    private static async Task<ClipRecord> RecordAsync(TakeToCheck take, params IReadOnlyList<ITakeChecker> checkers) =>
        (await new TakeJudge(new ClipJudge(), checkers).ListenAsync([take], CancellationToken.None)).Single().Clip!.Record;

    private static TakeToCheck Take(IReadOnlyList<RawWord>? words = null)
    {
        var raw = new RawClip(Signals.Tone(2).Then(Signals.Silence(0.1))) { Words = words };
        return new TakeToCheck(
            new ClipJudge().Judge(Requests.For("a", "Two words.", Requests.Voice("mlx"), seconds: 2), raw, 1).Clip!,
            raw
        );
    }
}
