using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends;

/// <summary>The backends that this package has.</summary>
public static class BackendDescriptors
{
    /// <summary>The default first.</summary>
    public static IReadOnlyList<BackendDescriptor> All { get; } =
    [
        new("mlx", "MLX, with a cloned voice", []),
        new("system", "the voice of the operating system", []),
        HttpSettings.Descriptor,
        WorkerRows.Descriptor,
    ];
}
