namespace FlamingHorse.Narration.Captions;

/// <summary>How good a place after a word is for the end of a caption; the best last.</summary>
internal enum CaptionBreak
{
    /// <summary>Between words that belong together: "of | the".</summary>
    Bound,
    Word,

    /// <summary>Before a word that opens a clause: "and", "because".</summary>
    Clause,
    Phrase,
    Sentence,

    /// <summary>Before a pause that the author set: a caption ends there, always.</summary>
    Pause,
}
