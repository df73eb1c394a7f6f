namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>A take's line of a <see cref="CheckReport"/>.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Audio">SHA-256 of what was heard.</param>
/// <param name="Verdict"><c>heard</c>, <c>doubtful</c> or <c>refused</c>.</param>
/// <param name="Heard">The transcript.</param>
/// <param name="Recognizer">Who listened.</param>
public sealed record CheckedTake(string Id, string Audio, string Verdict, string Heard, string Recognizer);
