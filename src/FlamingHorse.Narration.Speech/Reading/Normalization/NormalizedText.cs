using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>A text as words that can be said.</summary>
/// <param name="Words">Numbers with their units, dates and symbols in words; each knows the token it came from.</param>
/// <param name="Unread">The parts that cannot be read.</param>
internal sealed record NormalizedText(IReadOnlyList<SpokenWord> Words, IReadOnlyList<UnreadToken> Unread);
