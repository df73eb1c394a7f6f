namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>A program to start. No shell reads any of it.</summary>
/// <param name="Program">A path, or a name to be found on PATH.</param>
/// <param name="Arguments">
/// As the program receives them. Never narration text: everyone on the machine can read command lines.
/// </param>
internal sealed record ChildCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The child's whole environment; it inherits nothing else.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>An absolute path. The build's own folder is not a default: it changes while projects are built side by side.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>
    /// The package's <c>launch.sh</c>; null for a program that itself makes a session of its own and ends with its parent. Ignored on
    /// Windows, where a job object does the same.
    /// </summary>
    public string? Launcher { get; init; }

    /// <summary>A Mac does not fall asleep as long as it runs: for what takes minutes or hours. The launcher sees to it.</summary>
    public bool KeepsAwake { get; init; }
}
