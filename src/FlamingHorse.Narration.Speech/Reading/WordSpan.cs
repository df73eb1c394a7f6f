namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>The place of one white-space token of the text in the phonemes of a piece.</summary>
/// <param name="Word">Index of the token in the whole text.</param>
/// <param name="Start">First character in <see cref="Piece.Phonemes"/>.</param>
/// <param name="End">The character after the last; without the punctuation and spaces that follow.</param>
internal sealed record WordSpan(int Word, int Start, int End);
