namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>A text as phonemes.</summary>
internal sealed record ReadText(IReadOnlyList<Piece> Pieces, IReadOnlyList<UnreadToken> Unread);
