namespace FlamingHorse.Narration.Judging;

/// <summary>
/// Every threshold of the gate, with its source. "The measured clips" are those of 40 sentences
/// (<c>tests/FlamingHorse.Narration.Speech.Tests/Data/aligned-sentences.txt</c>) in five voices: the natural one, three of flite's, and
/// espeak-ng's. No threshold was chosen on the texts of <c>PlantedFaultTests</c>.
/// </summary>
internal static class GateThresholds
{
    /// <summary>
    /// dBFS. A clip whose peak lies lower is silence. Source: the level at which clips are framed, 45 dB under a full-scale peak.
    /// </summary>
    public const double Silence = -45;

    /// <summary>Samples in a row at full scale that pass. Source: one rounded peak can have two, a flat top has more.</summary>
    public const int LongestFullScaleRun = 2;

    /// <summary>
    /// Seconds inside a clip. Source: longer than voices pause; pauses that an author asks for are put in behind the gate.
    /// </summary>
    public const double LongestPause = 2;

    /// <summary>Seconds; noted, not refused. Source: longer than any pause of the measured clips.</summary>
    public const double NotablePause = 1;

    /// <summary>Shares of the predicted length. Source: <c>build/estimate-error.sh</c>, for voices of which no take is known.</summary>
    public const double LeastLength = 0.6;

    /// <inheritdoc cref="LeastLength"/>
    public const double MostLength = 1.6;

    /// <summary>Seconds on both sides of it. Source: likewise; a text of two words may take three times what was predicted.</summary>
    public const double LengthSlack = 1.5;

    /// <summary>Seconds at the end of the clip as the engine made it. Source: issue 17.</summary>
    public const double EndingSeconds = 0.06;

    /// <summary>
    /// dB that they have to lie under the speech. Source: issue 17. The 200 measured clips end 42 dB or more under their speech; cut by
    /// 100, 200, 300 or 500 ms, 765 of 800 end less than 20 dB under it.
    /// </summary>
    public const double EndingDrop = 20;

    /// <summary>
    /// dB under the speech. What goes on behind the last word at a level between <see cref="EndingDrop"/> and this is hum or a murmur; what
    /// is weaker is trimmed. Source: issue 17.
    /// </summary>
    public const double AudibleTail = 40;

    /// <summary>Seconds of either. Source: what is audible behind the last word of the
    /// measured clips takes 0.18 s at most.</summary>
    public const double LongTail = 1;

    /// <summary>Speed, relative to the rate that the voice's own takes taught. Source: issue 17. The clips of 311 sentences in three
    /// voices lie between 0.77 and 1.28.</summary>
    public const double SlowestPace = 0.7;

    /// <inheritdoc cref="SlowestPace"/>
    public const double FastestPace = 1.4;

    /// <summary>Takes from which a voice has a rate of its own. Source: the range above is the same from twelve takes on as
    /// with all of them.</summary>
    public const int TakesToLearnPace = 12;

    /// <summary>Seconds of predicted speech from which a pace is judged. Source: in shorter speech one stressed word changes it.</summary>
    public const double LeastSecondsForPace = 2;

    /// <summary>
    /// How much faster one outer third may be than the other, as a share; noted, not refused. Source: issue 17. Good clips go up to 0.68,
    /// counted in sounds; syllables are a little coarser.
    /// </summary>
    public const double PaceDrift = 0.8;

    /// <summary>Words from which thirds are compared. Source: of 255 good clips with 9 to 14 words, 12 would be
    /// flagged: a number is one word and many syllables.</summary>
    public const int LeastWordsForDrift = 15;

    /// <summary>
    /// Sounds that may differ in a run of words. Source: 109 sentences of technical prose in the natural voice, heard by Whisper tiny.en.
    /// </summary>
    public const int MostEdits = 2;

    /// <summary>The same where words are only missing or only too many, and at the end of the text. Source: likewise.</summary>
    public const int MostEditsAtWorst = 1;

    /// <summary>
    /// Seconds of speech that a word may have over what its sounds usually take in the clip, before the recognizer listens again from there
    /// on. Source: issue 17. In 71 good clips of the natural voice it is 0.29 at most, where Whisper tiny.en wrote a phrase that was said
    /// twice down once it is 0.40 or more. The texts are <c>aligned-sentences.txt</c>, <c>more-sentences.txt</c> and prose of docs/.
    /// </summary>
    public const double UnwrittenSpeech = 0.25;

    /// <summary>
    /// How much less like its reference a take may sound than the two halves of that reference sound like each other, as a difference of
    /// cosines. Source: issue 17; it is not measured on cloned voices, which need a Mac.
    /// </summary>
    public const double LikenessMargin = 0.10;

    /// <summary>Without sounds: letters to each letter that may differ. Source: likewise.</summary>
    public const int LettersPerEdit = 4;
}
