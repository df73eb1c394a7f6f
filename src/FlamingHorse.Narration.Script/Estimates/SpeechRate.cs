namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>How fast a voice speaks: a clip lasts head and tail, <see cref="Start"/>, its syllables and its pauses.</summary>
public sealed record SpeechRate
{
    /// <summary>Seconds of a syllable; the stress of a word takes about as long again.</summary>
    public required double Syllable { get; init; }

    /// <summary>Seconds of the pause at a comma; longer pauses are multiples.</summary>
    public required double Pause { get; init; }

    /// <summary>Seconds that every clip takes whatever it says.</summary>
    public double Start { get; init; }

    /// <summary>An unhurried narrator of a language (full name); in English about 2.7 words a second, pauses included.</summary>
    public static SpeechRate Default(string language) =>
        new()
        {
            Syllable = SpokenLanguage.Of(language).SyllableSeconds,
            Pause = 0.3,
            Start = 0.12,
        };

    /// <summary>
    /// The rate of one voice from clips whose duration is known, heads and tails included. Few samples move the default a little,
    /// many replace it; a clip that is far off the others (a mumble, a runaway) hardly counts.
    /// </summary>
    public static SpeechRate Learn(IEnumerable<(string Spoken, TimeSpan Duration)> known, string language) =>
        RateFit.Fit(Default(language), known, language);
}
