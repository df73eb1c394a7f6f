using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>
/// How an engine's clip ends. Recognizers do not notice a cut ending: in 24 of 29 clips that were cut within their last word, Whisper wrote
/// down the whole word.
/// </summary>
/// <param name="Drop">dB from the speech down to the clip's last 60 ms; 100 at most.</param>
/// <param name="AudibleTail">Seconds of audible sound after the speech: hum, breath, a murmur.</param>
/// <param name="AudibleEnd">One past the last sample that is audible relative to the speech.</param>
internal sealed record ClipEnding(double Drop, double AudibleTail, int AudibleEnd)
{
    private const double Lowest = 100;

    public static ClipEnding Of(MonoSignal raw)
    {
        var track = LevelTrack.Of(raw);
        var speech = track.SpeechPower();
        var last = Math.Min(raw.Samples.Length, (int)(raw.SampleRate * GateThresholds.EndingSeconds));
        var ending = LevelTrack.PowerOf(raw.Samples.AsSpan(raw.Samples.Length - last));
        var loud = FindLast(track, speech, GateThresholds.EndingDrop);
        var audible = FindLast(track, speech, GateThresholds.AudibleTail);
        var threshold = speech * Math.Pow(10, -GateThresholds.AudibleTail / 10);
        var windows = track.Powers.Skip(loud + 1).Count(power => power >= threshold);
        return new ClipEnding(
            Math.Min(Lowest, Decibels.FromPower(speech / Math.Max(ending, double.Epsilon))),
            (double)windows * track.WindowLength / raw.SampleRate,
            (audible + 1) * track.WindowLength
        );
    }

    private static int FindLast(LevelTrack track, double speech, double drop)
    {
        var threshold = speech * Math.Pow(10, -drop / 10);
        var last = track.Powers.Count - 1;
        while (last >= 0 && track.Powers[last] < threshold)
        {
            last--;
        }

        return last;
    }
}
