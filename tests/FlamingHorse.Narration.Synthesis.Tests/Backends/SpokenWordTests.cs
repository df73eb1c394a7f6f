using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>What a worker says of words: believed as far as it can be checked, moved to the stored clip, kept with it.</summary>
public sealed class SpokenWordTests
{
    private const string Words = "--caps batch,seed,progress,cancel,words";
    private static readonly SynthesisRequest _request = ScriptedWorker.Request("s001");

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task The_clip_is_framed_by_the_speech_that_the_worker_names_and_its_words_lie_in_it()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync(Words, _request);

        var record = worker.Sink.Clip("s001").Record;
        // 100 ms before the speech and 200 ms after it, which is the worker's and not the level's.
        (record.SpeechStart, record.SampleCount - record.SpeechEnd).ShouldBe((2_400, 4_800));
        var tokens = _request.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = record.Words.ShouldNotBeNull();
        words.Select(word => word.Token).ShouldBe(Enumerable.Range(0, tokens.Length));
        words[0].Start.ShouldBe(10);
        words.Zip(words.Skip(1)).ShouldAllBe(pair => pair.First.Start < pair.First.End && pair.First.End <= pair.Second.Start);
        (words[^1].End / 100d).ShouldBeLessThan(record.SpeechEnd / 24_000d);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task A_worker_that_times_words_gets_model_and_pace_and_never_a_length_cap()
    {
        using var worker = new ScriptedWorker();
        var slow = _request with { Voice = _request.Voice with { Speed = 0.9 } };
        await worker.RunAsync(Words, slow with { Say = [new Pronunciation(1, 2, "kˈOʃi")] });

        var synth = worker.Recorded("message").Select(entry => entry.GetProperty("message")).Single(IsSynth);
        synth.GetProperty("speed").GetDouble().ShouldBe(0.9);
        synth.GetProperty("model").GetString().ShouldBe("model-a");
        var item = synth.GetProperty("items")[0];
        item.TryGetProperty("max_frames", out _).ShouldBeFalse();
        item.GetProperty("say")[0].GetRawText().ShouldBe("""{"i": 1, "n": 2, "phones": "k\u02c8O\u0283i"}""");
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task Other_workers_get_the_same_messages_as_before()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("", _request);

        var synth = worker.Recorded("message").Select(entry => entry.GetProperty("message")).Single(IsSynth);
        synth.TryGetProperty("speed", out _).ShouldBeFalse();
        synth.TryGetProperty("model", out _).ShouldBeFalse();
        synth.GetProperty("items")[0].GetProperty("max_frames").GetInt32().ShouldBeGreaterThan(0);
        synth.GetProperty("items")[0].TryGetProperty("say", out _).ShouldBeFalse();
        worker.Sink.Clip("s001").Record.Words.ShouldBeNull();
    }

    [Theory]
    [Trait("Needs", "python3: the scripted worker")]
    [InlineData("--words-disorder", "not in the order of the text")]
    [InlineData("--words-missing", "does not say when it says 'Segment'")]
    [InlineData("--words-outside", "ends after its clip")]
    [InlineData("--speech-outside", "bounds of speech are not in its clip")]
    public async Task Times_that_cannot_be_right_refuse_the_clip(string fault, string problem)
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync($"{Words} {fault}", _request);

        worker.Sink.Clips.ShouldBeEmpty();
        worker.Sink.Failures.Single().Finding.Message.ShouldContain(problem);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task One_bad_answer_is_requested_again()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync($"{Words} --words-disorder --times 1 --state \"{worker.State}\"", _request);

        worker.Sink.Clip("s001").Record.Attempts.ShouldBe(2);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task An_unusual_length_is_accepted_where_every_word_is_accounted_for()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync($"{Words} --seconds-per-char 0.3", _request);

        worker.Sink.Clip("s001").Record.Attempts.ShouldBe(1);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task Words_without_a_reading_are_recorded_with_the_clip()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync($"{Words} --unread 矩阵", _request with { Text = "The 矩阵 is large." });

        var record = worker.Sink.Clip("s001").Record;
        record.Unread.ShouldBe(["矩阵"]);
        record.Words!.Select(word => word.Token).ShouldBe([0, 2, 3]);
    }

    private static bool IsSynth(System.Text.Json.JsonElement message) => message.GetProperty("t").GetString() == "synth";
}
