using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>A loaded voice and what its folder says of it.</summary>
internal sealed record ShelvedVoice(VoiceManifest Manifest, Speaker Speaker);
