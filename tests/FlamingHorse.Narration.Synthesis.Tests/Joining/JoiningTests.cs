using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Joining;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Synthesis.Tests.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Joining;

/// <summary>A text with pauses is spoken in parts, and one take is stored.</summary>
public sealed class JoiningTests : IAsyncDisposable
{
    private const int Rate = 24_000;

    private readonly RecordingSink _sink = new();
    private readonly ToneSpeaker _speaker = new();

    public ValueTask DisposeAsync() => _speaker.DisposeAsync();

    [Fact]
    public async Task Parts_are_joined_with_silence_of_the_requested_length_between_their_speech()
    {
        var request = Paused(head: 0.25, pauses: [0.4, 0.015, 1]);

        await RunAsync(request, Requests.For("whole", "No pause here.", Requests.Voice("http"), seconds: 2));

        _sink.Claims.Count.ShouldBe(2);
        _speaker.Seeds.Select(spoken => spoken.Id).ShouldBe(["a#1", "a#2", "a#3", "whole"]);
        _speaker.Seeds.Where(spoken => spoken.Id != "whole").Select(spoken => spoken.Seed).Distinct().Count().ShouldBe(1);
        var clip = _sink.Clip("a");
        clip.Record.Key.ShouldBe(request.Key);
        clip.Request.ShouldBe(request);
        var samples = WavFile.Read(clip.Wav.Span).Samples;
        samples.LongLength.ShouldBe(clip.Record.SampleCount);
        var speech = (int)_sink.Clip("whole").Record.SpeechEnd - 2400;
        clip.Record.SpeechStart.ShouldBe(2400 + Rate / 4);
        clip.Record.SpeechEnd.ShouldBe(clip.Record.SpeechStart + (3 * speech) + (int)(0.415 * Rate));
        clip.Record.SampleCount.ShouldBe(clip.Record.SpeechEnd + 4800 + Rate);
        var silences = Runs(samples);
        silences.Count.ShouldBe(2);
        silences[0].ShouldBeInRange((int)(0.4 * Rate) - 40, (int)(0.4 * Rate) + 240);
        silences[1].ShouldBeInRange((int)(0.015 * Rate) - 40, (int)(0.015 * Rate) + 240);
    }

    [Fact]
    public void Words_keep_their_places_in_the_whole()
    {
        var request = Paused(head: 0, pauses: [0.5, 0]) with { Text = "One two three four." };
        var parts = request.Parts.Parts;
        var words = parts.Select((_, part) => Finished(request, part)).ToList();

        var joined = JoinedClip.Of(request, words).Record.Words.ShouldNotBeNull();

        joined.Select(word => word.Token).ShouldBe([0, 1, 2, 3]);
        joined[0].Start.ShouldBe(10);
        joined[2].Start.ShouldBe(10 + 100 + 50);
    }

    [Fact]
    public async Task A_part_that_fails_fails_the_whole_once_and_the_rest_is_skipped()
    {
        var sink = new JoiningSink(_sink);
        var parts = sink.Divide(Paused(head: 0, pauses: [0.4, 0.4, 0])).ToList();
        var finding = ScriptFindings.EmptyText.At(null, "nothing came");

        (await sink.ClaimAsync(parts[0], CancellationToken.None)).ShouldBe(ClaimResult.Mine);
        await sink.FailedAsync(parts[0], finding, 3, CancellationToken.None);
        (await sink.ClaimAsync(parts[1], CancellationToken.None)).ShouldBe(ClaimResult.Done);
        await sink.FailedAsync(parts[2], finding, 3, CancellationToken.None);

        _sink.Failures.ShouldHaveSingleItem().Request.Id.ShouldBe("a");
        _sink.Clips.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_build_makes_is_asked_for_again()
    {
        var answers = new Queue<ClaimResult>([ClaimResult.Busy, ClaimResult.Mine]);
        var sink = new JoiningSink(new RecordingSink { Claim = _ => answers.Dequeue() });
        var parts = sink.Divide(Paused(head: 0, pauses: [0.4, 0])).ToList();

        (await sink.ClaimAsync(parts[0], CancellationToken.None)).ShouldBe(ClaimResult.Busy);
        (await sink.ClaimAsync(parts[0], CancellationToken.None)).ShouldBe(ClaimResult.Mine);
        (await sink.ClaimAsync(parts[1], CancellationToken.None)).ShouldBe(ClaimResult.Mine);
    }

    private Task RunAsync(params SynthesisRequest[] requests) =>
        new JoiningSynthesizer(new SpeakerSynthesizer(() => _speaker, new(new(), []))).RunAsync(requests, _sink, CancellationToken.None);

    private static SynthesisRequest Paused(double head, double[] pauses)
    {
        var whole = Requests.For("a", string.Join(' ', pauses.Select((_, i) => $"Part {i}.")), Requests.Voice("http"), seconds: 2);
        var parts = pauses.Select((pause, i) => new SpokenPart($"Part {i}.", 2 * i, TimeSpan.FromSeconds(pause), TimeSpan.FromSeconds(2)));
        return whole with { Parts = new([.. parts], TimeSpan.FromSeconds(head)) };
    }

    private static FinishedClip Finished(SynthesisRequest whole, int part)
    {
        var clip = PostProcessing.Apply(Signals.Tone(1));
        var wav = WavFile.Write(clip.Signal);
        return new(whole, clip.Describe(wav, whole.Key, "narrator", "http", "") with { Words = [new(0, 10, 50), new(1, 60, 100)] }, wav);
    }

    /// <summary>Lengths of the silences between what sounds.</summary>
    private static List<int> Runs(float[] samples)
    {
        var runs = new List<int>();
        var last = -1;
        for (var i = 0; i < samples.Length; i++)
        {
            if (Math.Abs(samples[i]) > 0.01)
            {
                if (last >= 0 && i - last > 200)
                {
                    runs.Add(i - last);
                }

                last = i;
            }
        }

        return runs;
    }
}
