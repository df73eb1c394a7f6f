namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>How fast a voice speaks: a clip lasts head and tail, <see cref="Start"/>, its syllables and its pauses.</summary>
public sealed record SpeechRate
{
    /// <summary>Seconds of one syllable of ordinary weight.</summary>
    public required double Syllable { get; init; }

    /// <summary>Seconds of the pause at a comma; longer pauses are multiples.</summary>
    public required double Pause { get; init; }

    /// <summary>Seconds that every clip takes whatever it says.</summary>
    public double Start { get; init; }

    /// <summary>A measured, unhurried narrator of a language (full name).</summary>
    public static SpeechRate Default(string language) => new() { Syllable = 0.2, Pause = 0.25, Start = 0 };

    /// <summary>
    /// The rate of one voice from clips whose duration is known, heads and tails included. Few samples move the default a little,
    /// many replace it; a clip that is far off the others (a mumble, a runaway) hardly counts.
    /// </summary>
    public static SpeechRate Learn(IEnumerable<(string Spoken, TimeSpan Duration)> known, string language) =>
        RateFit.Fit(Default(language), known, language);
}
