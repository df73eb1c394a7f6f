namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>A program to start. Nothing of it passes a shell.</summary>
/// <param name="Program">A path, or a name to be found on PATH.</param>
/// <param name="Arguments">As the program will see them. Never narration text: command lines are readable by everyone on the machine.</param>
internal sealed record ChildCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The whole environment of the child; nothing is inherited beside it.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Null is the build's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The package's <c>launch.sh</c>; null for a program that itself ends with its parent. Ignored on Windows, where a job object does the same.</summary>
    public string? Launcher { get; init; }
}
