namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Fits a voice's rate to clips of known duration.</summary>
internal static class RateFit
{
    public static SpeechRate Fit(SpeechRate prior, IEnumerable<(string Spoken, TimeSpan Duration)> known, string language)
    {
        var ratios = known
            .Select(clip => (clip.Duration - DurationEstimate.Head - DurationEstimate.Tail).TotalSeconds / SpeechMeasure.Of(clip.Spoken, language).Seconds(prior))
            .Where(ratio => ratio > 0 && !double.IsInfinity(ratio)).OrderBy(ratio => ratio).ToList();
        if (ratios.Count == 0)
            return prior;
        var scale = ratios[ratios.Count / 2];
        return prior with { Syllable = prior.Syllable * scale, Pause = prior.Pause * scale };
    }
}
