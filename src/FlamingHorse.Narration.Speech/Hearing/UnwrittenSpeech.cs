using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// Finds speech that no word of a transcript accounts for. Whisper sometimes writes a repeated phrase once, as a listener would ignore a
/// slip of the tongue; but the word after it then ends late.
/// </summary>
internal static class UnwrittenSpeech
{
    private const int FramesPerSecond = 100;

    /// <summary>A frame this many dB under the level of the speech is a pause.</summary>
    private const double PauseDrop = 30;

    /// <summary>Frames within this many dB of the loudest are speech; its level is computed from them.</summary>
    private const double SpeechRange = 20;

    /// <summary>With fewer words, the usual length of a sound is unknown.</summary>
    private const int LeastWords = 4;

    /// <param name="sound">What was listened to.</param>
    /// <param name="words">What was heard.</param>
    /// <param name="sounds">How many sounds each of the words has.</param>
    /// <returns>The first word of the worst place and its start in seconds; null if all speech is accounted for.</returns>
    public static (int Word, double Time)? Find(HeardSound sound, IReadOnlyList<TimedWord> words, IReadOnlyList<int> sounds)
    {
        var spoken = words.Count < LeastWords || words.Count != sounds.Count ? [] : SpokenFrames(sound);
        var start = Array.IndexOf(spoken, true);
        if (start < 0)
        {
            return null;
        }

        var lengths = new List<(double Time, int Frames)>();
        foreach (var word in words)
        {
            var end = Math.Clamp((int)Math.Round(word.End * FramesPerSecond), start, spoken.Length);
            lengths.Add(((double)start / FramesPerSecond, spoken.AsSpan(start, end - start).Count(true)));
            start = end;
        }

        var rates = lengths.Zip(sounds).Where(pair => pair.Second > 0).Select(pair => (double)pair.First.Frames / pair.Second).Order();
        var usual = rates.ToList() is { Count: > 0 } known ? known[known.Count / 2] : 0;
        var (excess, at) = lengths.Select((length, i) => (length.Frames - (sounds[i] * usual), i)).Max();
        return excess > GateThresholds.UnwrittenSpeech * FramesPerSecond ? (at, lengths[at].Time) : null;
    }

    private static bool[] SpokenFrames(HeardSound sound)
    {
        const int length = HeardSound.SampleRate / FramesPerSecond;
        var powers = sound.Samples.Chunk(length).Select(frame => frame.Sum(sample => (double)sample * sample) / frame.Length).ToList();
        var loudest = powers.Max();
        var level = powers.Where(power => power >= loudest * Ratio(SpeechRange)).Average();
        return [.. powers.Select(power => power > level * Ratio(PauseDrop))];
    }

    private static double Ratio(double decibels) => Math.Pow(10, -decibels / 10);
}
