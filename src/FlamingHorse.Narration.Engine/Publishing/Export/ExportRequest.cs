using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>What is exported, and where to. Every path is absolute.</summary>
public sealed record ExportRequest
{
    /// <summary>Name of the assembly, and of the files of the whole lesson.</summary>
    public required string Project { get; init; }

    public required string ProjectFile { get; init; }

    /// <summary>In the order of the lesson.</summary>
    public required IReadOnlyList<Scene> Scenes { get; init; }

    public required NarrationSettings Settings { get; init; }

    /// <summary>For all formats but <c>FlamingHorse</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Flaming Horse's <c>output_dir</c>.</summary>
    public required string FlamingHorseFolder { get; init; }

    /// <summary>The file with a segment's audio, checked by its hash; null when nothing within reach has it.</summary>
    public required Func<ManifestSegment, CancellationToken, ValueTask<string?>> FindAudio { get; init; }

    /// <summary>The package's <c>launch.sh</c>; null where there is none.</summary>
    public string? Launcher { get; init; }

    /// <summary>A name to be found on PATH, or a path.</summary>
    public string Encoder { get; init; } = "ffmpeg";

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
