using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>How a recognizer is started.</summary>
/// <param name="Name">As in <c>NarrationRecognizer</c>.</param>
/// <param name="Command">The program.</param>
internal sealed record RecognizerSetup(string Name, ChildCommand Command)
{
    /// <summary>Its model's file; null lets the program take its own.</summary>
    public string? Model { get; init; }

    /// <summary>Folders of models.</summary>
    public IReadOnlyList<string> ModelFolders { get; init; } = [];

    /// <summary>GiB.</summary>
    public double MemoryLimit { get; init; } = 15;

    public WorkerTimeouts Timeouts { get; init; } = new();
}
