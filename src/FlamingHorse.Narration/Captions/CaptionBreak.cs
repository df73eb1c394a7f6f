namespace FlamingHorse.Narration.Captions;

/// <summary>How good a place after a word is for the end of a caption.</summary>
internal enum CaptionBreak
{
    Word,
    Phrase,
    Sentence,
}
