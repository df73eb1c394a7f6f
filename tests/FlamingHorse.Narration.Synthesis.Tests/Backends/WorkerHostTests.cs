using System.Diagnostics;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

[Trait("Needs", "python3: the scripted worker")]
public sealed class WorkerHostTests
{
    [Fact]
    public async Task One_voice_takes_one_process_one_load_a_canary_and_full_batches()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("", ScriptedWorker.Some(100));

        worker.Sink.Clips.Count.ShouldBe(100);
        worker.Sink.WorkerStarts.ShouldBe(1);
        worker.Sink.Models.ShouldBe(["model-a"]);
        worker.Batches().Select(batch => batch.Count).ShouldBe([1, .. Enumerable.Repeat(8, 12), 3]);
        Directory.EnumerateFiles(worker.Clips).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clip_carries_its_seed_batch_place_and_engine()
    {
        using var worker = new ScriptedWorker();
        var requests = ScriptedWorker.Some(3);
        await worker.RunAsync("", requests);

        var first = worker.Sink.Clip("s001").Record;
        first.Seed.ShouldBe(Seeds.For(requests[0].Key, 0, 1));
        first.BatchSize.ShouldBe(1);
        first.Engine["scripted"].ShouldBe("1.0");
        first.Engine["worker"].ShouldBe("scripted 1.0");
        var last = worker.Sink.Clips.Single(clip => clip.Record.BatchPosition == 1).Record;
        last.BatchSize.ShouldBe(2);
        WavHeader.Read(worker.Sink.Clip("s001").Wav.Span).FrameCount.ShouldBe((int)first.SampleCount);
    }

    [Fact]
    public async Task A_worker_without_batches_gets_one_item_at_a_time()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("--caps seed,progress", ScriptedWorker.Some(5));
        worker.Batches().ShouldAllBe(batch => batch.Count == 1);
        worker.Sink.Clips.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Batches_respect_the_workers_and_the_users_limit()
    {
        using var small = new ScriptedWorker();
        await small.RunAsync("--max-batch 3", ScriptedWorker.Some(8));
        small.Batches().Select(batch => batch.Count).ShouldBe([1, 3, 3, 1]);

        using var user = new ScriptedWorker { BatchSize = 2 };
        await user.RunAsync("", ScriptedWorker.Some(4));
        user.Batches().Select(batch => batch.Count).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task A_batch_holds_one_voice_one_language_and_one_sampling()
    {
        using var worker = new ScriptedWorker();
        SynthesisRequest[] requests =
        [
            ScriptedWorker.Request("a1"),
            ScriptedWorker.Request("b1", voice: "guest"),
            ScriptedWorker.Request("a2"),
            ScriptedWorker.Request("b2", voice: "guest"),
            ScriptedWorker.Request("a3") with
            {
                Language = "German",
            },
            ScriptedWorker.Request("a4"),
        ];
        requests[5] = requests[5] with { Voice = requests[5].Voice with { Sampling = new Sampling(0.5) } };
        await worker.RunAsync("", requests);

        worker.Sink.Clips.Count.ShouldBe(6);
        var batches = worker.Batches().Select(batch => string.Join(" ", batch.Select(text => text.Split(' ')[1]))).ToList();
        batches.Order().ShouldBe(["a1", "a2", "a3", "a4", "b1", "b2"]);
    }

    [Fact]
    public async Task Each_model_is_loaded_once_by_a_process_of_its_own()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("", ScriptedWorker.Request("a"), ScriptedWorker.Request("b", model: "model-b"), ScriptedWorker.Request("c"));
        worker.Sink.Models.ShouldBe(["model-a", "model-b"]);
        worker.Sink.WorkerStarts.ShouldBe(2);
        worker.Sink.Clips.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_another_build_made_in_the_meantime_is_not_requested_and_no_worker_starts_for_it()
    {
        using var worker = new ScriptedWorker { Sink = new RecordingSink { Claim = _ => ClaimResult.Done } };
        await worker.RunAsync("", ScriptedWorker.Some(5));
        worker.Sink.WorkerStarts.ShouldBe(0);
        worker.Sink.Claims.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_another_build_is_making_is_asked_about_until_it_is_done_or_free()
    {
        var asked = 0;
        using var worker = new ScriptedWorker
        {
            Sink = new RecordingSink { Claim = request => request.Id != "s002" || ++asked > 3 ? ClaimResult.Mine : ClaimResult.Busy },
        };
        await worker.RunAsync("", ScriptedWorker.Some(4));
        worker.Sink.Clips.Count.ShouldBe(4);
        asked.ShouldBe(4);
        worker.Sink.WorkerStarts.ShouldBe(1);
    }

    [Fact]
    public async Task Requests_are_claimed_only_as_they_go_out()
    {
        var claimedAtFirstClip = 0;
        RecordingSink sink = null!;
        sink = new RecordingSink
        {
            WhenCompleted = _ =>
            {
                Interlocked.CompareExchange(ref claimedAtFirstClip, sink.Claims.Count, 0);
                return Task.CompletedTask;
            },
        };
        using var worker = new ScriptedWorker { Sink = sink };
        await worker.RunAsync("--frame-ms 10", ScriptedWorker.Some(60));
        claimedAtFirstClip.ShouldBeInRange(1, 40);
    }

    [Fact]
    public async Task Cancelling_ends_the_worker_at_once_and_keeps_what_was_finished()
    {
        using var stop = new CancellationTokenSource();
        using var worker = new ScriptedWorker { Sink = new RecordingSink { WhenCompleted = _ => stop.CancelAsync() } };
        var clock = new Stopwatch();
        stop.Token.Register(clock.Start);
        await Should.ThrowAsync<OperationCanceledException>(() => worker.RunAsync("--frame-ms 20", ScriptedWorker.Some(40), stop.Token));

        clock.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(2)));
        worker.Sink.Clips.ShouldNotBeEmpty();
        var pid = worker.Recorded("start").ShouldHaveSingleItem().GetProperty("pid").GetInt32();
        Should.Throw<ArgumentException>(() => Process.GetProcessById(pid));
    }

    [Fact]
    public async Task Printed_text_lands_in_the_log_and_secrets_stay_in_the_build()
    {
        Environment.SetEnvironmentVariable("NARRATION_REMOTE_CACHE_TOKEN", "hunter2");
        using var worker = new ScriptedWorker();
        await worker.RunAsync("--print", ScriptedWorker.Some(2));

        worker.Sink.Clips.Count.ShouldBe(2);
        worker.Sink.Lines.ShouldContain(line => line.Contains("Loading weights"));
        worker.Sink.Lines.ShouldContain(line => line.Contains("a grandchild prints too"));
        var names = worker.Recorded("start")[0].GetProperty("env").EnumerateArray().Select(name => name.GetString()).ToList();
        names.ShouldNotContain("NARRATION_REMOTE_CACHE_TOKEN");
        names.ShouldContain("HF_HUB_OFFLINE");
        names.ShouldContain("PATH");
    }

    [Fact]
    public async Task Nothing_to_do_starts_nothing()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("");
        worker.Sink.WorkerStarts.ShouldBe(0);
    }
}
