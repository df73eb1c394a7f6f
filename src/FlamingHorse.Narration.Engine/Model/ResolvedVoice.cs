using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>A voice as far as this machine knows it.</summary>
/// <param name="Voice">What goes into keys and requests.</param>
/// <param name="Pin">What the lock would say of it.</param>
/// <param name="IsKeyed">Everything that the key needs is known; otherwise no take can be recognized as this voice's.</param>
/// <param name="Problem">Why this machine cannot speak with it; matters only when something must be synthesized.</param>
internal sealed record ResolvedVoice(Voice Voice, LockedVoice Pin, bool IsKeyed, Finding? Problem)
{
    /// <summary>What speaks in languages in which this does not.</summary>
    public IReadOnlyDictionary<string, ResolvedVoice> ByLanguage { get; init; } = new Dictionary<string, ResolvedVoice>();
}
