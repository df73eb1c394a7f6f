using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Bridge.Tests.Recordings;

public sealed class RecordingTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome.").Say("Intro.Rule", "A rule.");
    private readonly List<Recording> _recordings = [];

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_recording_takes_a_segments_place_through_the_same_post_processing()
    {
        Record("Intro.Welcome", seconds: 1.5, rate: 48_000);

        var outcome = await BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        outcome.IsComplete.ShouldBeTrue();
        _studio.Synthesizer.Made.Select(request => request.Id).ShouldBe(["Intro.Rule"]);
        var line = outcome.Of("Intro.Welcome");
        line.Voice.ShouldBe("recording");
        // 1.5 s of sound between 100 ms and 200 ms, whatever silence the file had around it.
        (line.SampleCount / (double)line.SampleRate).ShouldBe(1.8, 0.002);
        line.SpeechStart.ShouldBe(4_800);
        _studio.Lock.Segments["Intro.Welcome"].AudioHash.ShouldBe(line.AudioHash);
        outcome.Summary.Synthesized.ShouldBe(1);
    }

    [Fact]
    public async Task A_pinned_recording_survives_a_rebuild_and_the_loss_of_every_cache()
    {
        Record("Intro.Welcome");
        var first = (await BuildAsync()).Of("Intro.Welcome");

        (await BuildAsync()).Summary.UpToDate.ShouldBe(2);
        _studio.Store.LoseEverything();
        var outcome = await BuildAsync();

        outcome
            .Of("Intro.Welcome")
            .ShouldSatisfyAllConditions(
                line => line.AudioHash.ShouldBe(first.AudioHash),
                line => line.SampleCount.ShouldBe(first.SampleCount)
            );
        outcome.Audio["Intro.Welcome"].Path.ShouldNotBeNull();
        outcome.Audio["Intro.Rule"].Path.ShouldBeNull();
    }

    [Theory]
    [InlineData("NarrationRetake", "all")]
    [InlineData("NarrationRetake", "Intro.Welcome")]
    [InlineData("NarrationRetake", "missing")]
    [InlineData("NarrationModel", "mlx-community/Other")]
    public async Task Nothing_that_concerns_voices_affects_it(string property, string value)
    {
        Record("Intro.Welcome");
        var first = (await BuildAsync()).Of("Intro.Welcome");
        _studio.Properties[property] = value;

        var outcome = await BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        outcome.Of("Intro.Welcome").AudioHash.ShouldBe(first.AudioHash);
        _studio.Synthesizer.Made.ShouldAllBe(request => request.Id == "Intro.Rule");
    }

    [Fact]
    public async Task A_machine_without_the_file_uses_the_recording_that_the_lock_names()
    {
        Record("Intro.Welcome");
        var first = (await BuildAsync()).Of("Intro.Welcome");
        File.Delete(_recordings[0].Path);

        var outcome = await BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        outcome.Of("Intro.Welcome").SampleCount.ShouldBe(first.SampleCount);
        _studio.Properties["NarrationLockedMode"] = "true";
        (await BuildAsync()).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task A_Git_LFS_pointer_stands_for_the_file()
    {
        Record("Intro.Welcome");
        await BuildAsync();
        var bytes = await File.ReadAllBytesAsync(_recordings[0].Path);
        await File.WriteAllTextAsync(
            _recordings[0].Path,
            $"version https://git-lfs.github.com/spec/v1\noid sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}\nsize "
                + $"{bytes.Length}\n"
        );

        (await BuildAsync()).Summary.UpToDate.ShouldBe(2);

        _studio.Unsay("Intro.Welcome").Say("Intro.Hello", "Welcome.");
        _recordings[0] = _recordings[0] with { SegmentId = "Intro.Hello" };
        (await BuildAsync()).Summary.UpToDate.ShouldBe(2);
    }

    [Fact]
    public async Task Another_recording_is_another_take()
    {
        Record("Intro.Welcome");
        var first = (await BuildAsync()).Of("Intro.Welcome");
        Record("Intro.Welcome", seconds: 2);

        var outcome = await BuildAsync();

        outcome.Of("Intro.Welcome").SampleCount.ShouldBeGreaterThan(first.SampleCount);
        _studio.Log.Lines.ShouldContain(line =>
            line.StartsWith("Narration drift: 1 of 2 segments (Intro.Welcome +0.5", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_changed_text_under_the_same_recording_is_warned_about()
    {
        Record("Intro.Welcome");
        var first = (await BuildAsync()).Of("Intro.Welcome");

        var outcome = await _studio.Say("Intro.Welcome", "Welcome to all of you.").BuildAsync(With);

        outcome.Codes().ShouldBe(["FHN1066"]);
        outcome.Of("Intro.Welcome").AudioHash.ShouldBe(first.AudioHash);
    }

    [Fact]
    public async Task Removing_a_recording_gives_the_segment_back_to_its_voice()
    {
        Record("Intro.Welcome");
        await BuildAsync();
        _recordings.Clear();

        var outcome = await BuildAsync();

        outcome.Of("Intro.Welcome").Voice.ShouldBe("narrator");
        _studio.Synthesizer.Made.Last().Id.ShouldBe("Intro.Welcome");
        _studio.Lock.Voices.Keys.ShouldBe(["narrator"]);
    }

    [Fact]
    public async Task A_recording_that_is_found_nowhere_is_an_error_that_says_how_to_go_on()
    {
        _recordings.Add(new("Intro.Welcome", _studio.Folder["none.wav"]));

        var outcome = await BuildAsync();

        outcome.Codes().ShouldBe(["FHN1062"]);
        outcome.Findings[0].Message.ShouldContain("git lfs pull");
        _studio.Synthesizer.Made.ShouldNotContain(request => request.Id == "Intro.Welcome");
    }

    [Theory]
    [InlineData("not a sound")]
    [InlineData("")]
    public async Task A_file_that_is_not_a_WAV_is_an_error(string content)
    {
        _recordings.Add(new("Intro.Welcome", _studio.Folder.Write("bad.wav", content)));

        (await BuildAsync()).Codes().ShouldBe(["FHN1063"]);
    }

    [Fact]
    public async Task A_silent_recording_is_refused()
    {
        Record("Intro.Welcome", level: 0.001f);

        (await BuildAsync()).Codes().ShouldBe(["FHN1063"]);
    }

    [Fact]
    public async Task A_flaw_is_reported_and_the_recording_is_kept()
    {
        Record("Intro.Welcome", level: 2); // overdriven: the file's samples are clamped

        var outcome = await BuildAsync();

        outcome.Codes().ShouldBe(["FHN1065"]);
        outcome.Of("Intro.Welcome").Voice.ShouldBe("recording");
    }

    [Fact]
    public async Task Two_recordings_of_one_segment_and_one_of_an_unknown_segment_are_reported()
    {
        Record("Intro.Welcome");
        _recordings.Add(new("intro.welcome", _studio.Folder["other.wav"]));
        _recordings.Add(new("Intro.Gone", _studio.Folder["gone.wav"]));

        (await BuildAsync()).Codes().ShouldBe(["FHN1064", "FHN1061"]);
    }

    private Task<NarrationOutcome> BuildAsync() => _studio.BuildAsync(With);

    private NarrationRequest With(NarrationRequest request) => request with { Recordings = [.. _recordings] };

    /// <summary>A tone with half a second of silence around it.</summary>
    private void Record(string id, double seconds = 1.5, int rate = 24_000, float level = 0.4f)
    {
        var path = _studio.Folder[id + ".wav"];
        var samples = new float[(int)(rate * (seconds + 1))];
        for (var i = rate / 2; i < samples.Length - (rate / 2); i++)
        {
            samples[i] = level * MathF.Sin(i * 0.05f);
        }

        File.WriteAllBytes(path, WavFile.Write(new(samples, rate)));
        _recordings.RemoveAll(recording => recording.SegmentId == id);
        _recordings.Add(new(id, path));
    }
}
