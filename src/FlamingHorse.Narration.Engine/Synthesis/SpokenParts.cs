namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>A text in parts that are spoken by themselves and joined with silence.</summary>
/// <param name="Parts">In order; empty for a text that is spoken as a whole.</param>
/// <param name="Head">Silence that lengthens the head of the clip.</param>
public sealed record SpokenParts(IReadOnlyList<SpokenPart> Parts, TimeSpan Head)
{
    /// <summary>The text is spoken as a whole.</summary>
    public static SpokenParts None { get; } = new([], TimeSpan.Zero);

    /// <summary>There is something to join.</summary>
    public bool IsNone => Parts.Count == 0;
}
