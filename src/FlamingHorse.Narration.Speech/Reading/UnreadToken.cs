namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>Characters of a text that have no reading; the rest of the text is spoken.</summary>
/// <param name="Word">Index of the white-space token that holds them.</param>
/// <param name="Text">The characters, as written.</param>
internal sealed record UnreadToken(int Word, string Text);
