namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Puts one kind of notation into words.</summary>
internal interface IReadingRule
{
    /// <summary>Changes the token at a place, and perhaps those after it; leaves everything else alone.</summary>
    void Apply(IReadOnlyList<TokenDraft> tokens, int at);
}
