namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>
/// What the build passes to the generator: one file per target framework, sorted by id, nothing that varies by machine or time.
/// </summary>
public sealed record NarrationManifest
{
    /// <summary>The file's name, by which the generator finds it among the additional files.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Raised when a reader of the old form would misread the new.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Root namespace of the project; empty for none.</summary>
    public required string RootNamespace { get; init; }

    /// <summary>Container of the segments that items declare.</summary>
    public required string ClassName { get; init; }

    /// <summary>Written for an editor: an annotation that it lacks is estimated, not an error.</summary>
    public bool IsDesignTime { get; init; }

    /// <summary>Sorted by id, ordinal.</summary>
    public IReadOnlyList<ManifestSegment> Segments { get; init; } = [];
}
