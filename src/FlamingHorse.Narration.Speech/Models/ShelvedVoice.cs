using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>A loaded voice and its manifest.</summary>
internal sealed record ShelvedVoice(VoiceManifest Manifest, Speaker Speaker);
