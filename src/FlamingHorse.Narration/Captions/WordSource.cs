namespace FlamingHorse.Narration.Captions;

/// <summary>Where a segment's words come from: times that were measured, or an estimate. Read when they are first asked for.</summary>
/// <param name="spoken">Times of the spoken words, as in generated code; null if they were not measured.</param>
/// <param name="shown">Times of the caption's words, where they are others.</param>
internal sealed class WordSource(string? spoken, string? shown)
{
    private IReadOnlyList<NarrationWord>? ofSpoken;
    private IReadOnlyList<NarrationWord>? ofCaption;

    /// <summary>The same for a segment with another caption.</summary>
    public WordSource Copy() => new(spoken, shown);

    /// <summary>Every token of the spoken text. Two threads may both make the list; they make the same.</summary>
    public IReadOnlyList<NarrationWord> OfSpoken(NarrationSegment segment) =>
        ofSpoken ??= MeasuredWords.Read(segment.SpokenText, spoken) ?? EstimatedWords.Of(segment);

    /// <summary>Every token of the caption; null if they were not measured.</summary>
    public IReadOnlyList<NarrationWord>? OfCaption(NarrationSegment segment) =>
        spoken is null ? null : ofCaption ??= MeasuredWords.Read(segment.CaptionText, shown ?? spoken);
}
