using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>One clip to be made, and all segments that it is for.</summary>
/// <param name="Request">As the synthesizer sees it.</param>
/// <param name="Segments">All of the same key, in ordinal order of their ids.</param>
/// <param name="Replaced">SHA-256 of the takes that it is to replace: finding one of them is not finding it done.</param>
internal sealed record PendingClip(SynthesisRequest Request, IReadOnlyList<PlannedSegment> Segments, IReadOnlySet<string> Replaced);
