namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>Phonemes that the voice says in one run: a sentence, or a part of a long one.</summary>
/// <param name="Phonemes">Characters of <c>vocab.json</c> only.</param>
/// <param name="Words">The tokens that sound in it, in order.</param>
internal sealed record Piece(string Phonemes, IReadOnlyList<WordSpan> Words);
