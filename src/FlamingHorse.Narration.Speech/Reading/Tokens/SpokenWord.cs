namespace FlamingHorse.Narration.Speech.Reading.Tokens;

/// <summary>A word of the text as it will be read, with the punctuation that touches it.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Source">Index of the white-space token of the original text that it stands for.</param>
/// <param name="Phonemes">How the author wants it to be said; null where the reader decides.</param>
internal sealed record SpokenWord(string Text, int Source, string? Phonemes = null);
