using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>
/// When the words of a text with pauses are said, as long as nobody measured them: the speech is shared out by syllables, and each pause is
/// where it was written. Without it a cue behind a pause of two seconds would come two seconds early.
/// </summary>
public static class EstimatedTimes
{
    /// <param name="spoken">Normalized.</param>
    /// <param name="pauses">Silence in it.</param>
    /// <param name="language">Full name.</param>
    /// <param name="speech">First sample of speech, and one past the last.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <returns>The tokens that sound, in order; none where no pause stands between two words.</returns>
    public static IReadOnlyList<TimedWord> Of(
        string spoken,
        IReadOnlyList<SpokenPause> pauses,
        string language,
        (long Start, long End) speech,
        int sampleRate
    )
    {
        var tokens = WordAlignment.Split(spoken);
        var inner = pauses.Where(pause => pause.Token > 0 && pause.Token < tokens.Count).ToList();
        var rate = SpeechRate.Default(language) with { Start = 0 };
        var whole = Seconds(0, spoken.Length);
        if (inner.Count == 0 || whole <= 0)
            return [];

        var start = (double)speech.Start / sampleRate;
        var silence = SpokenPauses.Total(inner).TotalSeconds;
        // A clip that is shorter than its pauses has them cut to its length.
        var length = (double)(speech.End - speech.Start) / sampleRate;
        var scale = Math.Max(0, length - silence) / whole;
        var ofSilence = Math.Min(1, length / silence);
        var words = new List<TimedWord>(tokens.Count);
        for (var token = 0; token < tokens.Count; token++)
        {
            var (offset, word) = tokens[token];
            if (!word.Any(char.IsLetterOrDigit))
                continue;
            var before = inner.Where(pause => pause.Token <= token).Sum(pause => pause.Milliseconds) / 1000.0 * ofSilence;
            words.Add(new TimedWord(token, Step(offset, before), Step(offset + word.Length, before)));
        }
        return words;

        double Seconds(int from, int to) => SpeechMeasure.Of(spoken, from, to, language).Seconds(rate);

        int Step(int offset, double before) =>
            (int)Math.Round((start + before + Math.Min(whole, Seconds(0, offset)) * scale) * TimedWord.StepsPerSecond);
    }
}
