using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

[Trait("Needs", "python3: the scripted worker")]
public sealed class WorkerFaultTests
{
    private static readonly WorkerTimeouts Impatient = new()
    {
        Silence = TimeSpan.FromSeconds(5), // for a hang; a busy machine may not run a worker for seconds
        Backoff = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30)],
        ShutdownTimeout = TimeSpan.FromSeconds(1),
    };

    [Theory]
    [InlineData("--exit-during --times 1")]
    [InlineData("--kill-during SEGV --times 1")]
    [InlineData("--kill-during TERM --times 1")]
    [InlineData("--junk-during --times 1 --frame-ms 5")]
    [InlineData("--long-line --times 1 --frame-ms 10")]
    [InlineData("--hang-during --times 1")]
    public async Task A_dead_workers_batch_is_retried_one_item_at_a_time(string fault)
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync($"{fault} --match s004", ScriptedWorker.Some(12));

        worker.Sink.Clips.Count.ShouldBe(12);
        worker.Sink.Failures.ShouldBeEmpty();
        worker.Sink.WorkerStarts.ShouldBe(2);
        worker.Batches().Select(batch => batch.Count).ShouldBe([1, 8, .. Enumerable.Repeat(1, 8), 3]);
        worker.Sink.Findings.ShouldContain(finding => finding.Kind == VoiceFindings.WorkerRestarted);
    }

    [Fact]
    public async Task Clips_answered_before_the_death_are_kept()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync("--exit-after 4 --times 1", ScriptedWorker.Some(9));

        worker.Sink.Clips.Count.ShouldBe(9);
        worker.Sink.Clips.Select(clip => clip.Request.Id).Distinct().Count().ShouldBe(9);
        worker.Batches().Select(batch => batch.Count).ShouldBe([1, 8, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public async Task A_text_that_kills_the_worker_twice_is_reported_and_skipped()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        var requests = ScriptedWorker.Some(12);
        requests[5] = requests[5] with { Place = new SourcePlace("Intro.cs", 7) };
        await worker.RunAsync("--exit-during --match s006", requests);

        var failure = worker.Sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(VoiceFindings.TextKillsWorker);
        failure.Finding.Place!.Line.ShouldBe(7);
        worker.Sink.Clips.Count.ShouldBe(11);
    }

    [Fact]
    public async Task After_three_restarts_the_run_ends_with_an_error()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        var e = await Should.ThrowAsync<NarrationException>(() => worker.RunAsync("--exit-during", ScriptedWorker.Some(30)));
        e.Finding.Kind.ShouldBe(VoiceFindings.WorkerFailed);
        worker.Sink.WorkerStarts.ShouldBe(4);
    }

    [Fact]
    public async Task Junk_is_shown_escaped()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync("--junk-at-start --times 1", ScriptedWorker.Some(2));
        worker.Sink.Clips.Count.ShouldBe(2);
        worker.Sink.Findings.ShouldContain(finding => finding.Message.Contains("Fetching 7 files: \\x1B[31m 100%\\x07"));

        using var always = new ScriptedWorker { Timeouts = Impatient };
        var e = await Should.ThrowAsync<NarrationException>(() => always.RunAsync("--junk-at-start", ScriptedWorker.Some(2)));
        e.Finding.Kind.ShouldBe(VoiceFindings.WorkerProtocol);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("abort")]
    [InlineData("kill")]
    [InlineData("stderr")]
    public async Task Out_of_memory_halves_the_batch_until_it_fits(string kind)
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync($"--oom {kind} --oom-above 1", ScriptedWorker.Some(12));

        worker.Sink.Clips.Count.ShouldBe(12);
        worker.Sink.Failures.ShouldBeEmpty();
        worker.Batches().Select(batch => batch.Count).ShouldBe([1, 8, 4, 2, .. Enumerable.Repeat(1, 11)]);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("abort")]
    public async Task What_does_not_fit_alone_with_a_fresh_worker_is_an_error(string kind)
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync($"--oom {kind} --match s003", ScriptedWorker.Some(4));

        worker.Sink.Failures.ShouldHaveSingleItem().Finding.Kind.ShouldBe(VoiceFindings.OutOfMemory);
        worker.Sink.Clips.Count.ShouldBe(3);
        worker.Batches().Count(batch => batch.Count == 1 && batch[0].Contains("s003")).ShouldBe(2);
    }

    [Fact]
    public async Task A_model_that_never_fits_is_not_tried_with_every_segment()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync("--oom kill", ScriptedWorker.Some(40));
        worker.Sink.Failures.Count.ShouldBe(40);
        worker.Sink.WorkerStarts.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task The_model_named_for_that_case_takes_over_under_its_own_key()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        var request = ScriptedWorker.Request("big", "heavy");
        var standIn = request with { Key = new ActionKey(new string('b', 64)), Voice = request.Voice with { Model = "small" } };
        await worker.RunAsync("--oom error --match heavy --times 2", request with { StandIn = standIn }, ScriptedWorker.Request("other"));

        worker.Sink.Failures.ShouldBeEmpty();
        var clip = worker.Sink.Clip("big");
        clip.Request.Key.ShouldBe(request.Key);
        clip.Record.Key.ShouldBe(standIn.Key);
        clip.Record.Model.ShouldBe("small");
        worker.Sink.Models.Last().ShouldBe("small");
        worker.Sink.Findings.ShouldContain(finding => finding.Kind == VoiceFindings.OtherModelUsed);
    }

    [Theory]
    [InlineData("--runaway", "no end")]
    [InlineData("--silence", "silence")]
    [InlineData("--clip", "clipping")]
    [InlineData("--short", "length")]
    [InlineData("--long", "length")]
    [InlineData("--pause", "a silence of 2.5 s")]
    [InlineData("--absent", "no_audio")]
    [InlineData("--bad-hash", "hash")]
    [InlineData("--bad-samples", "announced")]
    [InlineData("--bad-format", "announced")]
    [InlineData("--no-file", "not there")]
    [InlineData("--symlink", "not there")]
    [InlineData("--folder", "a folder in place of its file")]
    public async Task A_bad_clip_is_made_again_alone_with_another_seed_and_given_up_after_three_attempts(string fault, string measured)
    {
        using var once = new ScriptedWorker();
        await once.RunAsync($"{fault} --match s002 --times 1", ScriptedWorker.Some(5));
        once.Sink.Clips.Count.ShouldBe(5);
        once.Sink.Clip("s002").Record.Attempts.ShouldBe(2);
        once.Sink.Clip("s002").Record.BatchSize.ShouldBe(1);
        once.Sink.Clip("s002").Record.Seed.ShouldBe(Seeds.For(once.Sink.Clip("s002").Request.Key, 0, 2));

        using var always = new ScriptedWorker();
        await always.RunAsync($"{fault} --match s002", ScriptedWorker.Some(5));
        var failure = always.Sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(QualityFindings.ClipRejected);
        failure.Attempts.ShouldBe(3);
        failure.Finding.Message.Split(measured).Length.ShouldBe(4);
        always.Sink.Clips.Count.ShouldBe(4);
        always.Recorded("batch").Count(batch => batch.ToString().Contains("s002")).ShouldBe(3);
    }

    [Theory]
    [InlineData("--bad-hash", false)]
    [InlineData("--folder", false)]
    [InlineData("--silence", true)]
    public async Task Rewording_is_suggested_only_where_the_sound_was_at_fault(string fault, bool isAdvised)
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync($"{fault} --match s002", ScriptedWorker.Some(5));

        var message = worker.Sink.Failures.ShouldHaveSingleItem().Finding.Message;
        message.Contains("Reword the text").ShouldBe(isAdvised, message);
        message.Contains("PrepareNarration").ShouldBe(!isAdvised, message);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1)]
    public async Task A_reference_that_makes_the_model_run_on_stops_its_voice_only(int count)
    {
        using var worker = new ScriptedWorker();
        var requests = ScriptedWorker
            .Some(count)
            .Select(request => request with { Voice = request.Voice with { ReferenceAudioHash = new string('a', 64) } })
            .Append(ScriptedWorker.Request("other", voice: "guest"))
            .ToArray();
        await worker.RunAsync("--runaway --match s0", requests);

        worker.Sink.Clips.ShouldHaveSingleItem().Request.Id.ShouldBe("other");
        worker.Sink.Failures.Count.ShouldBe(count);
        worker.Sink.Failures.ShouldAllBe(failure => failure.Finding.Kind == VoiceFindings.ReferenceDegenerate);
        worker.Recorded("batch").Count.ShouldBeLessThan(12);
    }

    [Theory]
    [InlineData("--init-error no_device:none", "FHN2006")]
    [InlineData("--init-error no_model:none", "FHN2007")]
    [InlineData("--init-error bad_reference:none", "FHN2009")]
    [InlineData("--init-error bad_reference:none:FHN2010", "FHN2010")]
    [InlineData("--init-error no_module:none", "FHN2004")]
    [InlineData("--init-error internal:boom", "FHN2015")]
    [InlineData("--die-at-start \"ModuleNotFoundError: No module named 'mlx'\"", "FHN2004")]
    [InlineData("--die-at-start \"*** Terminating app due to uncaught exception 'NSRangeException'\"", "FHN2006")]
    [InlineData("--die-at-start \"[METAL] Command buffer execution failed: Insufficient Memory (00000008)\"", "FHN2017")]
    [InlineData("--die-at-start \"[metal::malloc] Attempting to allocate 17179869184 bytes, more than Metal's largest buffer\"", "FHN2017")]
    [InlineData("--die-at-start \"libc++abi: Metal device set to none\"", "FHN2006")]
    [InlineData("--die-at-start \"SyntaxError: invalid syntax\"", "FHN2041")]
    [InlineData("--die-at-start boom", "FHN2015")]
    [InlineData("--proto 7", "FHN2014")]
    [InlineData("--never-ready", "FHN2015")]
    public async Task A_worker_that_cannot_begin_says_why(string fault, string code)
    {
        var coldStart = fault == "--never-ready" ? TimeSpan.FromSeconds(3) : Impatient.ColdStart;
        using var worker = new ScriptedWorker { Timeouts = Impatient with { ColdStart = coldStart } };
        var e = await Should.ThrowAsync<NarrationException>(() => worker.RunAsync(fault, ScriptedWorker.Some(3)));
        e.Finding.Kind.Code.ShouldBe(code);
        worker.Sink.WorkerStarts.ShouldBe(1);
        worker.Sink.Clips.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_the_worker_refuses_is_not_tried_again()
    {
        using var worker = new ScriptedWorker();
        await worker.RunAsync("--error bad_input:why --match s002", ScriptedWorker.Some(3));
        worker.Sink.Failures.ShouldHaveSingleItem().Finding.Kind.ShouldBe(VoiceFindings.TextRefused);
        worker.Sink.Clips.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_answer_to_an_item_breaks_the_protocol()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync("--double --match s002 --times 1", ScriptedWorker.Some(3));
        worker.Sink.Clips.Select(clip => clip.Request.Id).Order().ShouldBe(["s001", "s002", "s003"]);
        worker.Sink.WorkerStarts.ShouldBe(2);
    }

    [Fact]
    public async Task A_worker_that_ignores_SIGTERM_is_killed()
    {
        using var worker = new ScriptedWorker { Timeouts = Impatient };
        await worker.RunAsync("--ignore-term --hang-during --match s002 --times 1", ScriptedWorker.Some(3));
        worker.Sink.Clips.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/no/such/program")]
    [InlineData("no-such-program-at-all x")]
    [InlineData("\"unclosed")]
    public async Task An_invalid_command_is_reported(string command)
    {
        using var folder = new TemporaryFolder();
        var options = Requests.Options("worker", folder) with { WorkerCommand = command };
        var e = await Should.ThrowAsync<NarrationException>(() =>
            Synthesizers.Create(options, Impatient).RunAsync(ScriptedWorker.Some(1), new RecordingSink(), CancellationToken.None)
        );
        e.Finding.Kind.ShouldBe(VoiceFindings.WorkerCommandMissing);
    }

    [Fact]
    public async Task A_missing_python_is_reported()
    {
        using var folder = new TemporaryFolder();
        var options = Requests.Options("mlx", folder) with { Python = "/no/such/python" };
        var e = await Should.ThrowAsync<NarrationException>(() =>
            Synthesizers.Create(options, Impatient).RunAsync(ScriptedWorker.Some(1), new RecordingSink(), CancellationToken.None)
        );
        e.Finding.Kind.ShouldBe(VoiceFindings.PythonMissing);
    }

    [Fact]
    public async Task Our_own_worker_reports_that_mlx_is_missing()
    {
        using var folder = new TemporaryFolder();
        var e = await Should.ThrowAsync<NarrationException>(() =>
            Synthesizers
                .Create(Requests.Options("mlx", folder))
                .RunAsync(ScriptedWorker.Some(1), new RecordingSink(), CancellationToken.None)
        );
        e.Finding.Kind.ShouldBe(VoiceFindings.ModuleMissing);
        e.Finding.Message.ShouldContain("SetupNarration");
    }
}
