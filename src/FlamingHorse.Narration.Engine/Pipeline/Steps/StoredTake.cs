using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>A take that was made before, as recognizers need it.</summary>
internal static class StoredTake
{
    /// <param name="segment">What it says.</param>
    /// <param name="take">Its line in the lock.</param>
    /// <param name="path">Its audio.</param>
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public static TakeToCheck Read(PlannedSegment segment, LockedSegment take, string path)
    {
        var voice = segment.Voice!.Voice;
        var wav = File.ReadAllBytes(path);
        var request = new SynthesisRequest
        {
            Key = segment.Key,
            Id = segment.Id,
            Place = segment.Source.Place,
            Text = segment.Spoken,
            Voice = voice,
            Language = segment.Language,
            Estimate = take.Duration,
        };
        var record = new ClipRecord
        {
            Key = segment.Key,
            AudioHash = take.AudioHash,
            AudioBytes = wav.Length,
            SampleCount = take.SampleCount,
            SampleRate = take.SampleRate,
            SpeechStart = take.SpeechStart,
            SpeechEnd = take.SpeechEnd,
            Voice = voice.Name,
            Backend = voice.Backend,
            Model = take.Model,
            Words = take.Words,
        };
        // The engine's raw output no longer exists; the verdict only needs what the engine would report again.
        var raw = new RawClip(new MonoSignal([], take.SampleRate)) { IsDeterministic = voice.Backend == "system" };
        return new TakeToCheck(new FinishedClip(request, record, wav), raw);
    }
}
