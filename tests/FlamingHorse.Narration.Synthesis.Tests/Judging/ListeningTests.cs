using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Synthesis.Tests.Backends;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

public sealed class ListeningTests
{
    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task A_take_that_is_refused_is_made_again_with_another_seed_and_the_second_is_stored_with_its_scores()
    {
        var recognizer = new FakeRecognizer
        {
            Verdict = (id, attempt) => id == "s002" && attempt == 1 ? TakeOutcome.Refused : TakeOutcome.Heard,
        };
        using var folder = new TemporaryFolder();
        var store = ClipStore.Open(new StoreOptions { CachePath = folder["cache"] }, _ => { }, CancellationToken.None);
        await using var open = store.ConfigureAwait(false);
        using var worker = new ScriptedWorker
        {
            Checkers = [recognizer],
            Sink = new RecordingSink { WhenCompleted = clip => store.AddAsync(clip.Record, clip.Wav, CancellationToken.None).AsTask() },
        };
        var requests = ScriptedWorker.Some(5);
        await worker.RunAsync("", requests);

        worker.Sink.Failures.ShouldBeEmpty();
        worker.Sink.Clips.Select(clip => clip.Request.Id).Order().ShouldBe(["s001", "s002", "s003", "s004", "s005"]);
        var again = worker.Sink.Clip("s002").Record;
        again.Attempts.ShouldBe(2);
        again.Seed.ShouldBe(Seeds.For(requests[1].Key, 0, 2));
        worker.Batches().Count(batch => batch.Any(text => text.Contains("s002"))).ShouldBe(2);
        recognizer.Batches.Last().ShouldBe([("s002", 1)]);

        var meta = Meta(folder["cache"], "s002", again.Key);
        var check = meta.GetProperty("checks").EnumerateArray().ShouldHaveSingleItem();
        check.GetProperty("verdict").GetString().ShouldBe("heard");
        check.GetProperty("by").GetString().ShouldBe(FakeRecognizer.Name);
        check.GetProperty("transcript").GetString().ShouldBe(requests[1].Text);
        check.GetProperty("words").GetRawText().ShouldBe("[[0,10,30],[1,35,50]]");
        check.GetProperty("scores").GetProperty("similarity").GetDouble().ShouldBe(0.81);

        var found = (await store.FindAsync(again.Key, CancellationToken.None)).ShouldNotBeNull().Record.Checks.ShouldNotBeNull();
        found.ShouldHaveSingleItem().Words.ShouldBe([new WordTime(0, 10, 30), new WordTime(1, 35, 50)]);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task A_batch_is_listened_to_together_while_the_next_is_spoken()
    {
        var secondBatch = new TaskCompletionSource();
        using var worker = new ScriptedWorker
        {
            Checkers =
            [
                // Nothing is heard before the worker has begun what comes after.
                new FakeRecognizer { BeforeAnswer = () => secondBatch.Task.WaitAsync(TimeSpan.FromSeconds(30)) },
            ],
            Sink = new RecordingSink(),
        };
        var run = worker.RunAsync("", ScriptedWorker.Some(17));
        while (!File.Exists(worker.Record) || worker.Batches().Count < 3)
        {
            await Task.Delay(20);
        }

        worker.Sink.Clips.ShouldBeEmpty();
        secondBatch.SetResult();
        await run;
        worker.Sink.Clips.Count.ShouldBe(17);
        var recognizer = (FakeRecognizer)worker.Checkers[0];
        recognizer.Batches.First().Count.ShouldBe(1);
        recognizer.Batches.Sum(batch => batch.Count).ShouldBe(17);
        recognizer.Batches.Count.ShouldBeInRange(2, 3);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task Three_refused_takes_are_an_error_that_says_what_was_heard()
    {
        using var worker = new ScriptedWorker
        {
            Checkers = [new FakeRecognizer { Verdict = (id, _) => id == "s002" ? TakeOutcome.Refused : null }],
        };
        await worker.RunAsync("", ScriptedWorker.Some(3));

        var failure = worker.Sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(QualityFindings.ClipRejected);
        failure.Finding.Message.ShouldContain("attempt 3: heard \"something else\"");
        worker.Sink.Clips.Count.ShouldBe(2);
        worker.Sink.Clips.ShouldAllBe(clip => clip.Record.Checks == null);
    }

    [Fact]
    [Trait("Needs", "python3: the scripted worker")]
    public async Task A_take_refused_by_one_recognizer_is_not_shown_to_the_next_and_a_doubtful_one_is_kept()
    {
        var strict = new FakeRecognizer
        {
            Brings = HeardParts.Transcript,
            Verdict = (id, attempt) => id == "s002" && attempt == 1 ? TakeOutcome.Refused : TakeOutcome.Doubtful,
        };
        var second = new FakeRecognizer { Brings = HeardParts.Words };
        using var worker = new ScriptedWorker { Checkers = [strict, second] };
        await worker.RunAsync("", ScriptedWorker.Some(2));

        worker.Sink.Clip("s002").Record.Checks!.Select(check => check.Verdict).ShouldBe([TakeOutcome.Doubtful, TakeOutcome.Heard]);
        second.Batches.SelectMany(batch => batch).Count(take => take.Id == "s002").ShouldBe(1);
    }

    [Fact]
    public async Task A_speaker_goes_on_while_its_takes_are_listened_to_and_refused_ones_come_back_with_another_seed()
    {
        var recognizer = new FakeRecognizer
        {
            Verdict = (id, attempt) => id == "a" && attempt == 1 ? TakeOutcome.Refused : TakeOutcome.Heard,
        };
        var speaker = new ToneSpeaker();
        var requests = new[] { "a", "b", "c", "d" }
            .Select(id => Requests.For(id, $"Text {id}", Requests.Voice("http"), seconds: 2))
            .ToList();
        var sink = new RecordingSink();
        await new SpeakerSynthesizer(() => speaker, new(new(), [recognizer])).RunAsync(requests, sink, CancellationToken.None);

        sink.Clips.Select(clip => clip.Request.Id).Order().ShouldBe(["a", "b", "c", "d"]);
        sink.Clip("a").Record.Attempts.ShouldBe(2);
        sink.Clip("a").Record.Checks.ShouldNotBeNull().ShouldHaveSingleItem().Verdict.ShouldBe(TakeOutcome.Heard);
        sink.Claims.Count.ShouldBe(4);
        speaker
            .Seeds.Where(seed => seed.Id == "a")
            .Select(seed => seed.Seed)
            .ShouldBe([Seeds.For(requests[0].Key, 0, 1), Seeds.For(requests[0].Key, 0, 2)]);
    }

    [Fact]
    public async Task An_exception_in_a_recognizer_ends_the_run()
    {
        var broken = new FakeRecognizer { BeforeAnswer = () => throw new IOException("no room for the model") };
        var requests = new[] { Requests.For("a", "Text", Requests.Voice("http"), seconds: 2) };
        var judge = new Engine.Synthesis.Judging.TakeJudge(new(), [broken]);
        var run = new SpeakerSynthesizer(() => new ToneSpeaker(), judge).RunAsync(requests, new RecordingSink(), CancellationToken.None);
        (await Should.ThrowAsync<IOException>(run)).Message.ShouldBe("no room for the model");
    }

    [Fact]
    public void The_record_of_a_take_without_a_check_has_no_additional_bytes()
    {
        var record = new ClipRecord
        {
            Key = new ActionKey(new string('a', 64)),
            AudioHash = new string('b', 64),
            AudioBytes = 48_044,
            SampleCount = 24_000,
            SampleRate = 24_000,
            SpeechStart = 2_400,
            SpeechEnd = 19_200,
            Voice = "narrator",
            Backend = "mlx",
            Model = "m",
        };
        Encoding
            .UTF8.GetString(ClipMeta.ToJson(record))
            .ShouldBe(
                $$"""
                {"key":"{{record.Key.Hex}}","audioHash":"{{record.AudioHash}}","audioBytes":48044,
                "sampleCount":24000,"sampleRate":24000,"speechStart":2400,"speechEnd":19200,"voice":"narrator","backend":"mlx","model":"m",
                "engine":{},"attempts":1,"batchSize":1,"batchPosition":0,"elapsedMs":0,"flags":[]}
                """.ReplaceLineEndings("")
            );
    }

    [Theory]
    [InlineData("[[0,0,10],[1,10,100]]", true)]
    [InlineData("[[0,0,10],[1,5,20]]", true)]
    [InlineData("[[1,0,10],[0,10,20]]", false)]
    [InlineData("[[0,10,20],[1,5,30]]", false)]
    [InlineData("[[0,10,5]]", false)]
    [InlineData("[[0,-1,5]]", false)]
    [InlineData("[[0,0,102]]", false)]
    [InlineData("[[0,0]]", false)]
    [InlineData("[0]", false)]
    public void Words_of_a_stored_record_must_follow_each_other_within_the_clip(string words, bool isSound)
    {
        var json = $$"""
            {
              "key": "{{new string('a', 64)}}", "audioHash": "{{new string('b', 64)}}", "audioBytes": 48044,
              "sampleCount": 24000, "sampleRate": 24000, "speechStart": 0, "speechEnd": 24000,
              "voice": "v", "backend": "mlx", "model": "m", "checks": [{"verdict": "heard", "by": "x", "words": {{words}}}]
            }
            """;
        (ClipMeta.Parse(Encoding.UTF8.GetBytes(json)) is not null).ShouldBe(isSound);
    }

    /// <summary>The stored <c>meta.json</c>, found by way of the action.</summary>
    private static JsonElement Meta(string cache, string id, ActionKey key)
    {
        var layout = new StoreLayout(cache);
        var action = ActionResult.Parse(File.ReadAllBytes(layout.Action(key))).ShouldNotBeNull(id);
        return JsonDocument.Parse(File.ReadAllBytes(layout.Content(action.Meta.Hash))).RootElement;
    }
}
