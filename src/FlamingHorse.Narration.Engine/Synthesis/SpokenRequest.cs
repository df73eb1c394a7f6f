namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>A request on its way through a speaker.</summary>
/// <param name="Request">What is spoken.</param>
/// <param name="Attempts">Those that were refused so far.</param>
/// <param name="IsClaimed">Nobody else makes it.</param>
internal sealed record SpokenRequest(SynthesisRequest Request, AttemptLog Attempts, bool IsClaimed);
