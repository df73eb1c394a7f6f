using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>What the settings are read from.</summary>
public sealed record SettingSources
{
    /// <summary>By their MSBuild names; empty means unset.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    /// <summary>The <c>NarrationVoice</c> items.</summary>
    public IReadOnlyList<VoiceItem> Voices { get; init; } = [];

    /// <summary>The process environment, as it was when the build's task began.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The operating system whose rules for folders and programs hold.</summary>
    public SystemFamily Family { get; init; } = CurrentSystem.Family;

    /// <summary>The project's folder; absolute.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>What this package can speak with; each backend may add its own settings.</summary>
    public required IReadOnlyList<BackendDescriptor> Backends { get; init; }

    /// <summary>Where a property is set; null where that is not known.</summary>
    public Func<string, SourcePlace?> FindPlace { get; init; } = _ => null;
}
