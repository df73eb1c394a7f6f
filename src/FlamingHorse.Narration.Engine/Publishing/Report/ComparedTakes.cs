using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Speaks a sample of the segments once more, to compare them.</summary>
/// <param name="Name">The model or voice that made it.</param>
/// <param name="IsVoice">It is another voice, not another model.</param>
/// <param name="Manifest">Of the segments that were made.</param>
/// <param name="Lock">Their keys.</param>
/// <param name="Summary">How they were made.</param>
public sealed record ComparedTakes(string Name, bool IsVoice, NarrationManifest Manifest, NarrationLock Lock, BuildSummary? Summary);
