using System.Diagnostics;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>The natural voice's own program, killed, stopped and made to lie in each of its states.</summary>
[Trait("Needs", "python3: the relay between host and program")]
public sealed class SpeechFaultTests : IDisposable
{
    private readonly RelayedSpeech _speech = new();

    public void Dispose()
    {
        foreach (var id in _speech.Struck)
        {
            HasEnded(id).ShouldBeTrue($"process {id} outlived its build");
        }

        _speech.Dispose();
    }

    [Theory]
    [InlineData("kill", "clip")]
    [InlineData("kill", "between")]
    [InlineData("crash", "between")]
    [InlineData("kill", "ready")]
    [InlineData("hang", "clip")]
    [InlineData("hang", "between")]
    public async Task After_a_fault_during_synthesis_it_is_restarted_and_everything_is_spoken(string fault, string state)
    {
        await _speech.RunAsync(fault, state, 1, RelayedSpeech.Some(6));

        _speech.Struck.Count.ShouldBe(1);
        _speech.Sink.Clips.Select(clip => clip.Request.Id).Order().ShouldBe(["s1", "s2", "s3", "s4", "s5", "s6"]);
        _speech.Sink.Failures.ShouldBeEmpty();
        _speech.Sink.WorkerStarts.ShouldBe(2);
        _speech.Sink.Findings.ShouldContain(finding => finding.Kind == VoiceFindings.WorkerRestarted);
        Directory.EnumerateFiles(_speech.Clips).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kill", "start", "FHN2015", "it ended with code 137")]
    [InlineData("kill", "hello", "FHN2015", "ended with code 137 before it was ready")]
    [InlineData("hang", "start", "FHN2015", "did not say hello within 60 s")]
    [InlineData("hang", "hello", "FHN2015", "was not ready within 120 s")]
    [InlineData("proto", "hello", "FHN2014", "speaks protocol 9; this package speaks 1")]
    public async Task A_fault_before_it_is_ready_ends_the_run_with_what_happened(string fault, string state, string code, string what)
    {
        var e = await Should.ThrowAsync<NarrationException>(() => _speech.RunAsync(fault, state, 100, RelayedSpeech.Some(3)));

        e.Finding.Kind.Code.ShouldBe(code);
        e.Finding.Message.ShouldContain(what);
        _speech.Struck.Count.ShouldBe(1);
        _speech.Sink.WorkerStarts.ShouldBe(1);
        _speech.Sink.Clips.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sample_rate_in_ready_that_differs_from_the_files_does_no_harm()
    {
        await _speech.RunAsync("rate", "ready", 100, RelayedSpeech.Some(2));

        _speech.Struck.Count.ShouldBe(1);
        _speech.Sink.Clips.Count.ShouldBe(2);
        foreach (var clip in _speech.Sink.Clips)
        {
            clip.Record.SampleRate.ShouldBe(24000);
            WavHeader.Read(clip.Wav.Span).SampleRate.ShouldBe(24000);
        }
    }

    /// <summary>A signal that nothing else explains counts as want of memory.</summary>
    [Theory]
    [InlineData("crash", "FHN2016")]
    [InlineData("kill", "FHN2017")]
    public async Task A_text_that_ends_it_twice_is_reported_and_skipped(string fault, string code)
    {
        await _speech.RunAsync(fault, "clip", 100, RelayedSpeech.Some(1));

        _speech.Sink.Failures.ShouldHaveSingleItem().Finding.Kind.Code.ShouldBe(code);
        _speech.Sink.WorkerStarts.ShouldBe(2);
    }

    [Theory]
    [InlineData("samples", "announced")]
    [InlineData("rate", "announced")]
    [InlineData("hash", "hash")]
    [InlineData("file", "not there")]
    [InlineData("words", "does not say when")]
    public async Task A_clip_that_is_not_what_was_announced_is_made_again_and_given_up_after_three_attempts(string lie, string measured)
    {
        await _speech.RunAsync(lie, "done", 1, RelayedSpeech.Some(3));
        _speech.Sink.Clips.Count.ShouldBe(3);
        _speech.Sink.Clips.Count(clip => clip.Record.Attempts == 2).ShouldBe(1);
        _speech.Sink.Failures.ShouldBeEmpty();

        using var always = new RelayedSpeech();
        await always.RunAsync(lie, "done", 100, RelayedSpeech.Some(1));
        always.Sink.Clips.ShouldBeEmpty();
        var failure = always.Sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(QualityFindings.ClipRejected);
        failure.Attempts.ShouldBe(3);
        failure.Finding.Message.ShouldContain(measured);
    }

    private static bool HasEnded(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
