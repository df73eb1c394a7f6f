namespace FlamingHorse.Narration.Engine.Model;

/// <summary>The verdict of one recognizer on a take. A take that was never listened to has none.</summary>
/// <param name="Verdict">Its conclusion.</param>
/// <param name="By">The recognizer's name, with model and revision where it has them, such as <c>whisper tiny.en</c>.</param>
public sealed record TakeCheck(TakeOutcome Verdict, string By)
{
    /// <summary>What it heard; null for a recognizer that only aligns.</summary>
    public string? Transcript { get; init; }

    /// <summary>When each word is said, in order; null where it gives no times.</summary>
    public IReadOnlyList<WordTime>? Words { get; init; }

    /// <summary>Its measurements by name, such as <c>similarity</c>; null for none.</summary>
    public IReadOnlyDictionary<string, double>? Scores { get; init; }
}
