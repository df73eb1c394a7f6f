using FlamingHorse.Narration.Bridge.Tests.Support;
using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Bridge.Tests.Export;

public sealed class TrackTests : IDisposable
{
    private readonly LessonFolder _lesson = new LessonFolder()
        .Say("Intro.Welcome", "Welcome.", 36_123)
        .Say("Intro.Rule", "A rule.", 60_001)
        .Say("Outro.Bye", "Bye.", 24_000);

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public async Task The_track_is_the_clips_with_the_timelines_gaps_to_the_sample()
    {
        await _lesson.ExportAsync("Track", gap: 0.25);

        var track = WavFile.Read(await File.ReadAllBytesAsync(_lesson["Lesson.wav"])).Samples;
        Tool.Samples(_lesson["Lesson.wav"]).ShouldBe(36_123 + 6000 + 60_001 + 6000 + 24_000);
        Tool.Samples(_lesson["scenes", "Intro.wav"]).ShouldBe(36_123 + 6000 + 60_001);
        var start = 0;
        foreach (var segment in _lesson.Segments)
        {
            track
                .AsSpan(start, (int)segment.SampleCount)
                .SequenceEqual(WavFile.Read(File.ReadAllBytes(_lesson.Audio(segment))).Samples)
                .ShouldBeTrue();
            start += (int)segment.SampleCount + 6000;
            track.AsSpan(start - 6000, start > track.Length ? 0 : 6000).IndexOfAnyExcept(0f).ShouldBe(-1);
        }
    }

    [Fact]
    public async Task An_existing_track_keeps_its_time_unless_one_of_its_bytes_changes()
    {
        await _lesson.ExportAsync("Track");
        var track = await File.ReadAllBytesAsync(_lesson["Lesson.wav"]);
        File.SetLastWriteTimeUtc(_lesson["Lesson.wav"], DateTime.UnixEpoch);

        await _lesson.ExportAsync("Track");
        File.GetLastWriteTimeUtc(_lesson["Lesson.wav"]).ShouldBe(DateTime.UnixEpoch);

        await File.WriteAllBytesAsync(_lesson["Lesson.wav"], [.. track.AsSpan(0, track.Length - 1), (byte)(track[^1] + 1)]);
        await _lesson.ExportAsync("Track");
        (await File.ReadAllBytesAsync(_lesson["Lesson.wav"])).ShouldBe(track);
    }

    [Fact]
    public async Task An_estimate_has_no_audio_and_the_text_formats_need_none()
    {
        _lesson.Estimate("Outro.Later", "Not yet spoken.", 30_000);

        var files = await _lesson.ExportAsync("Track;Srt;FlamingHorse");

        _lesson.Findings.Select(finding => finding.Kind.Code).ShouldBe(["FHN3051", "FHN3051"]);
        _lesson.Findings[0].Message.ShouldContain("Outro.Later");
        files.Select(file => Path.GetExtension(file)).Distinct().ShouldBe([".srt"]);
        File.Exists(_lesson["Lesson.wav"]).ShouldBeFalse();
        Directory.Exists(_lesson.FlamingHorse).ShouldBeFalse();
    }

    [Fact]
    public async Task Audio_that_is_found_nowhere_is_reported_with_the_ways_to_get_it()
    {
        _lesson.Lose("Intro.Rule");

        (await _lesson.ExportAsync("Track")).ShouldBeEmpty();

        var message = _lesson.Findings.ShouldHaveSingleItem().Message;
        message.ShouldContain("Intro.Rule");
        message.ShouldContain("NarrationRemoteCache");
    }

    [Fact]
    public async Task Clips_of_two_rates_make_a_track_at_the_higher_one_with_each_in_its_place()
    {
        _lesson.Say("Outro.Other", "Other.", 16_000, rate: 16_000).Say("Outro.Recorded", "Recorded.", 44_100, rate: 44_100);

        await _lesson.ExportAsync("Track", gap: 0.5);

        _lesson.Findings.ShouldBeEmpty();
        var track = WavFile.Read(await File.ReadAllBytesAsync(_lesson["Lesson.wav"]));
        track.SampleRate.ShouldBe(44_100);
        Tool.Samples(_lesson["Lesson.wav"]).ShouldBe((long)Math.Round(((36_123 + 60_001 + 24_000) / 24_000d + 2 + (4 * 0.5)) * 44_100));
        track.Samples[^44_100..].ShouldBe(WavFile.Read(File.ReadAllBytes(_lesson.Audio(_lesson.Segments[4]))).Samples);
        var sox = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".wav");
        try
        {
            // sox's own resampler is the judge of ours: they differ by less than 1 % of full scale.
            Tool.Run("sox", "-D", _lesson.Audio(_lesson.Segments[3]), "-r", "44100", sox);
            var judge = WavFile.Read(File.ReadAllBytes(sox)).Samples;
            var start = track.Samples.Length - 44_100 - 22_050 - 44_100;
            Enumerable.Range(100, 43_900).Max(i => Math.Abs(track.Samples[start + i] - judge[i])).ShouldBeLessThan(0.01f);
        }
        finally
        {
            File.Delete(sox);
        }
    }
}
