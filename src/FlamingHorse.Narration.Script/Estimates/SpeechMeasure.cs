namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>How much there is to say in a text, apart from how fast it is said.</summary>
/// <param name="Syllables">A stressed word counts as almost one more.</param>
/// <param name="Pauses">In pauses of a comma.</param>
internal readonly record struct SpeechMeasure(double Syllables, double Pauses)
{
    public static SpeechMeasure Of(string spoken, string language) => Of(spoken, 0, spoken.Length, language);

    public static SpeechMeasure Of(string spoken, int start, int end, string language) =>
        new SpeechReader(spoken, start, end, SpokenLanguage.Of(language)).Read();

    public double Seconds(SpeechRate rate) => rate.Start + Syllables * rate.Syllable + Pauses * rate.Pause;
}
