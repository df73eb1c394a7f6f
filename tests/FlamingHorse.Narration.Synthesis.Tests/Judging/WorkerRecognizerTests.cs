using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Synthesis.Tests.Backends;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

[Trait("Needs", "python3: the scripted recognizer")]
public sealed class WorkerRecognizerTests
{
    [Fact]
    public async Task What_it_hears_becomes_a_verdict_with_its_name_and_scores()
    {
        await using var recognizer = new ScriptedRecognizer("--match wrong --says \"{but-last}\" --words --similarity 0.81");
        var verdicts = await recognizer.ListenAsync("This is right.", "This is wrong here.");

        var check = verdicts[0].Check.ShouldNotBeNull();
        (check.Verdict, check.By, check.Transcript).ShouldBe((TakeOutcome.Heard, "scripted model 0123456789ab", "This is right."));
        check.Scores.ShouldNotBeNull()["similarity"].ShouldBe(0.81);
        check.Words.ShouldNotBeNull().Select(word => word.Token).ShouldBe([0, 1, 2]);
        verdicts[1].IsRefused.ShouldBeTrue();
        verdicts[1].Problems.ShouldBe(["did not hear \"here\""]);
        (recognizer.Starts, recognizer.Asked).ShouldBe((1, 1));
        Directory.GetFiles(recognizer.Takes).ShouldBeEmpty();
        recognizer.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_take_in_another_voice_is_refused_by_its_reported_likeness()
    {
        await using var recognizer = new ScriptedRecognizer("--match wrong --similarity 0.85 --other-voice 0.5 --own 0.87");
        var verdicts = await recognizer.ListenAsync("This is right.", "This is wrong here.");

        verdicts.Select(verdict => verdict.IsRefused).ShouldBe([false, true]);
        verdicts[0].Check!.Scores.ShouldNotBeNull().Count.ShouldBe(2);
        verdicts[1].Problems.ShouldBe(["another voice (likeness 0.50, where the voice's own recording has 0.87)"]);
    }

    [Fact]
    public async Task One_process_transcribes_all_takes_of_a_build()
    {
        await using var recognizer = new ScriptedRecognizer("");
        await recognizer.ListenAsync("One.");
        var verdicts = await recognizer.ListenAsync([.. Enumerable.Range(0, 20).Select(i => $"Take number {i}.")]);
        verdicts.ShouldAllBe(verdict => verdict.Check!.Verdict == TakeOutcome.Heard);
        (recognizer.Starts, recognizer.Asked).ShouldBe((1, 4));
    }

    [Theory]
    [InlineData("--exit")]
    [InlineData("--junk")]
    [InlineData("--outside")]
    [InlineData("--disorder")]
    [InlineData("--nan")]
    [InlineData("--other-id")]
    [InlineData("--double")]
    public async Task A_recognizer_that_fails_or_lies_is_restarted_and_only_that_take_is_skipped(string fault)
    {
        await using var recognizer = new ScriptedRecognizer($"{fault} --match bad");
        var verdicts = await recognizer.ListenAsync("One is good.", "Two is bad.", "Three is good.");

        verdicts[0].Check.ShouldNotBeNull().Verdict.ShouldBe(TakeOutcome.Heard);
        verdicts[2].Check.ShouldNotBeNull().Verdict.ShouldBe(TakeOutcome.Heard);
        if (fault != "--double") // its first answer was right
        {
            verdicts[1].ShouldBe(TakeVerdict.NotHeard);
        }

        recognizer.Starts.ShouldBeInRange(2, 3);
        recognizer.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recognizer_that_hangs_is_detected_and_restarted()
    {
        await using var recognizer = new ScriptedRecognizer("--hang --times 1", TimeSpan.FromSeconds(4));
        var verdicts = await recognizer.ListenAsync("One.", "Two.");
        verdicts.ShouldAllBe(verdict => verdict.Check!.Verdict == TakeOutcome.Heard);
        recognizer.Starts.ShouldBe(2);
    }

    [Fact]
    public async Task A_recognizer_that_fails_every_time_is_disabled_after_three_restarts_with_one_message()
    {
        await using var recognizer = new ScriptedRecognizer("--exit");
        (await recognizer.ListenAsync("One.", "Two.", "Three.", "Four.")).ShouldAllBe(verdict => verdict == TakeVerdict.NotHeard);
        (await recognizer.ListenAsync("Five.")).ShouldAllBe(verdict => verdict == TakeVerdict.NotHeard);

        recognizer.Starts.ShouldBe(4);
        var finding = recognizer.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(VoiceFindings.RecognizerFailed);
        finding.Message.ShouldContain("code 3");
    }

    [Theory]
    [InlineData("--caps batch", "does not listen")]
    [InlineData("--missing \"libgomp is not there\"", "libgomp is not there")]
    [InlineData("--init-error \"no such model\"", "no such model")]
    public async Task A_recognizer_that_cannot_listen_is_reported_once_with_the_reason(string switches, string reason)
    {
        await using var recognizer = new ScriptedRecognizer(switches);
        (await recognizer.ListenAsync("One.", "Two.")).ShouldAllBe(verdict => verdict == TakeVerdict.NotHeard);
        await recognizer.ListenAsync("Three.");

        var finding = recognizer.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(VoiceFindings.RecognizerUnavailable);
        finding.Message.ShouldContain(reason);
        recognizer.Starts.ShouldBe(1);
    }

    [Theory]
    [InlineData("--deaf")]
    [InlineData("--error bad_input")]
    [InlineData("--hears german")]
    public async Task What_it_cannot_hear_counts_as_not_listened_to(string switches)
    {
        await using var recognizer = new ScriptedRecognizer(switches);
        (await recognizer.ListenAsync("One.")).ShouldBe([TakeVerdict.NotHeard]);
        recognizer.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_clip_of_five_that_is_wrong_at_its_first_attempt_is_detected_and_made_again()
    {
        await using var recognizer = new ScriptedRecognizer("--match \"Segment s003\" --times 1 --says \"{but-last}\"");
        using var worker = new ScriptedWorker { Checkers = [recognizer.Checker] };
        var requests = ScriptedWorker.Some(5);
        await worker.RunAsync("", requests);

        worker.Sink.Failures.ShouldBeEmpty();
        worker.Sink.Clips.Count.ShouldBe(5);
        worker.Sink.Clips.ShouldAllBe(clip => clip.Record.Checks!.Single().Verdict == TakeOutcome.Heard);
        var again = worker.Sink.Clip("s003").Record;
        (again.Attempts, again.Seed).ShouldBe((2, Seeds.For(requests[2].Key, 0, 2)));
    }

    [Fact]
    public async Task A_text_that_is_always_heard_without_its_last_word_is_an_error_that_names_the_word()
    {
        await using var recognizer = new ScriptedRecognizer("--match s002 --says \"{but-last}\"");
        using var worker = new ScriptedWorker { Checkers = [recognizer.Checker] };
        await worker.RunAsync("", ScriptedWorker.Request("s001"), ScriptedWorker.Request("s002", "Eigenvector."));

        var failure = worker.Sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(QualityFindings.ClipRejected);
        failure.Finding.Message.ShouldContain("attempt 3: did not hear \"eigenvector\"");
        failure.Finding.Message.ShouldContain("SpokenAs");
        worker.Sink.Clips.ShouldHaveSingleItem().Request.Id.ShouldBe("s001");
    }

    [Fact]
    public async Task A_cloned_voice_has_the_times_of_its_words_from_whoever_listened()
    {
        await using var recognizer = new ScriptedRecognizer("--words");
        using var worker = new ScriptedWorker { Checkers = [recognizer.Checker] };
        await worker.RunAsync("", ScriptedWorker.Request("s001"));
        var record = worker.Sink.Clip("s001").Record;
        record.Words.ShouldNotBeNull().Count.ShouldBe(11);
        record.Words.ShouldBe(record.Checks!.Single().Words);
    }
}
