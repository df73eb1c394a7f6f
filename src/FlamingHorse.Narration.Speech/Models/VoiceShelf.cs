using System.Collections.Concurrent;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>Loaded voices; each is loaded once, at its first use.</summary>
internal sealed class VoiceShelf(VoiceCatalog catalog, VoiceLoader loader)
{
    private readonly ConcurrentDictionary<string, Lazy<ShelvedVoice>> _voices = new(StringComparer.Ordinal);

    /// <param name="name">Of the voice.</param>
    /// <param name="unknown">The fault's code if there is no such voice: for one clip, or for the whole program.</param>
    /// <exception cref="Fault">There is no such voice, or it is damaged.</exception>
    public ShelvedVoice Take(string name, FaultCode unknown)
    {
        var manifest = catalog.Find(name) ?? throw catalog.Unknown(name, unknown);
        return _voices.GetOrAdd(name, _ => new(() => new(manifest, loader.Load(manifest)))).Value;
    }
}
