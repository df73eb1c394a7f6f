using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>All backends. The only place that lists them.</summary>
public static class BackendRegistry
{
    private static readonly IBackend[] _all =
    [
        // A line for each, in the order in which messages name them.
        new MlxBackend(),
        new NeuralBackend(),
        new SystemBackend(),
        new HttpBackend(),
        new WorkerBackend(),
    ];

    /// <summary>For settings and manual, in the order in which messages name them.</summary>
    public static IReadOnlyList<BackendDescriptor> Descriptors { get; } = [.. _all.Select(backend => backend.Descriptor)];

    /// <exception cref="NarrationException">FHN2002: no such backend.</exception>
    internal static IBackend Find(string name) =>
        Array.Find(_all, backend => backend.Descriptor.Name == name)
        ?? throw new NarrationException(
            VoiceFindings.UnknownBackend.At(
                null,
                $"NarrationBackend is '{name}'. It can be {string.Join(", ", Descriptors.Select(backend => backend.Name))}."
            )
        );
}
