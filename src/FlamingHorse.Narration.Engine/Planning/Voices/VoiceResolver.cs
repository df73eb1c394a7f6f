using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Voices;

namespace FlamingHorse.Narration.Engine.Planning.Voices;

/// <summary>Has a backend turn configured voices into voices that keys can be computed of.</summary>
/// <param name="backend">Which one speaks.</param>
/// <param name="context">What it may look at.</param>
internal sealed class VoiceResolver(IBackend backend, VoiceContext context)
{
    /// <summary>By name, without regard to case; names that no voice has are absent.</summary>
    public async Task<IReadOnlyDictionary<string, ResolvedVoice>> ResolveAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        var resolved = new Dictionary<string, ResolvedVoice>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!resolved.ContainsKey(name) && context.Settings.Voices.TryGetValue(name, out var configured))
            {
                resolved[name] = await backend.ResolveVoiceAsync(configured, context, cancellation).ConfigureAwait(false);
            }
        }

        return resolved;
    }
}
