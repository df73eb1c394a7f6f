using FlamingHorse.Narration.Fuzz.Targets;

namespace FlamingHorse.Narration.Fuzz;

/// <summary>
/// The readers under random input, by name. Each tells whether it took an input or refused it, and throws where it did neither: any
/// exception but the coded refusal, or a property that does not hold.
/// </summary>
internal static class FuzzTargets
{
    private static readonly Dictionary<string, Func<byte[], bool>> _all = new()
    {
        ["wav"] = WavTarget.Read,
        ["messages"] = MessagesTarget.Read,
        ["lock"] = LockTarget.Read,
        ["manifest"] = ManifestTarget.Read,
        ["script"] = ScriptTarget.Read,
    };

    public static IEnumerable<string> Names => _all.Keys;

    /// <summary>Null when there is none of this name.</summary>
    public static Func<byte[], bool>? Find(string name) => name == PlantedTarget.Name ? PlantedTarget.Read : _all.GetValueOrDefault(name);
}
