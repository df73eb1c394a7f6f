using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

public sealed class TranscriptJudgeTests
{
    private const string Text = "Each entry sums the products of a red row.";

    [Theory]
    [InlineData("mlx", "each entry sums the products of a red row", TakeOutcome.Heard)]
    [InlineData("mlx", "each entry sums the products of a red", TakeOutcome.Refused)]
    [InlineData("mlx", "each entry sums the products of a green row", TakeOutcome.Refused)]
    [InlineData("neural", "each entry sums the products of a red", TakeOutcome.Doubtful)]
    [InlineData("neural", "each entry sums the products of a red row", TakeOutcome.Heard)]
    public void A_fault_is_refused_but_only_doubtful_in_a_deterministic_voice(string backend, string transcript, TakeOutcome verdict) =>
        TranscriptJudge.Judge(Take(backend), Heard(transcript)).Check!.Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_transcript_is_the_recognizers_failure(string transcript) =>
        TranscriptJudge.Judge(Take("mlx"), Heard(transcript)).ShouldBe(TakeVerdict.NotHeard);

    [Fact]
    public void The_operating_systems_voices_are_doubtful_at_once_as_well()
    {
        var take = Take("system", isDeterministic: true);
        TranscriptJudge.Judge(take, Heard("each entry sums the products of a red")).Check!.Verdict.ShouldBe(TakeOutcome.Doubtful);
    }

    [Fact]
    public void The_same_wrong_words_twice_are_doubtful_and_say_what_was_heard()
    {
        var green = "each entry sums the products of a green row";
        var verdict = TranscriptJudge.Judge(Take("mlx", earlier: [green]), Heard(green));
        verdict.Check!.Verdict.ShouldBe(TakeOutcome.Doubtful);
        verdict.Problems.ShouldBe(["heard \"green\" for \"red\""]);
        verdict.IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("each entry sums the products of a blue row", "each entry sums the products of a green row")]
    [InlineData("each entry sums the products of a red", "each entry sums the products of a red")]
    [InlineData("each entry sums the products of the products of a red row", "each entry sums the products of the products of a red row")]
    [InlineData("each entry sums the products of a red row", "each entry sums the products of a green row")]
    public void Another_fault_and_lost_or_added_words_are_refused_however_often_they_come_back(string before, string now) =>
        TranscriptJudge.Judge(Take("mlx", earlier: [before]), Heard(now)).IsRefused.ShouldBeTrue();

    [Theory]
    [InlineData("each entry sums the products of a red", "did not hear \"row\"")]
    [InlineData("each entry sums the products of a red row thank you", "heard \"thank you\" besides")]
    public void What_is_wrong_is_said_in_the_words_of_the_text(string transcript, string problem) =>
        TranscriptJudge.Judge(Take("mlx"), Heard(transcript)).Problems.ShouldBe([problem]);

    [Fact]
    public void Phonemes_decide_where_the_recognizer_gives_them_for_exactly_that_run()
    {
        var rode = "each entry sums the products of a red rode";
        HeardRun Run(int token, string said, string heard) => new(new(token, token + 1), new(token, token + 1), new(said, heard));
        TranscriptJudge.Judge(Take("mlx"), Heard(rode)).IsRefused.ShouldBeTrue();
        TranscriptJudge.Judge(Take("mlx"), Heard(rode) with { Runs = [Run(8, "ɹˈO", "ɹˈOd")] }).IsRefused.ShouldBeFalse();
        TranscriptJudge.Judge(Take("mlx"), Heard(rode) with { Runs = [Run(7, "ɹˈO", "ɹˈOd")] }).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_recognizer_that_only_aligns_judges_nothing_and_its_times_are_kept()
    {
        IReadOnlyList<WordTime> words = [new(0, 1, 2)];
        var check = TranscriptJudge.Judge(Take("mlx"), new Hearing("aligner") { Words = words, Similarity = 0.5 }).Check!;
        (check.Verdict, check.Transcript).ShouldBe((TakeOutcome.Heard, null));
        check.Words.ShouldBe(words);
        check.Scores!["similarity"].ShouldBe(0.5);
    }

    private static Hearing Heard(string transcript) => new("fake") { Transcript = transcript };

    private static TakeToCheck Take(string backend, bool isDeterministic = false, params string[] earlier)
    {
        var raw = new RawClip(Signals.Tone(2).Then(Signals.Silence(0.1))) { IsDeterministic = isDeterministic };
        var judged = new ClipJudge().Judge(Requests.For("a", Text, Requests.Voice(backend), seconds: 2), raw, 1);
        return new TakeToCheck(judged.Clip.ShouldNotBeNull(), raw)
        {
            Earlier = [.. earlier.Select(text => new[] { new TakeCheck(TakeOutcome.Refused, "fake") { Transcript = text } })],
        };
    }
}
