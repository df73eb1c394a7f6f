using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Voices;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What every step of a run may look at, and where it reports.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Log">Takes lines.</param>
/// <param name="Findings">Takes findings.</param>
internal sealed record RunContext(NarrationRequest Request, INarrationLog Log, FindingLog Findings)
{
    /// <summary>As configured.</summary>
    public NarrationSettings Settings => Request.Settings;

    /// <summary>What backends may look at.</summary>
    /// <param name="pinned">The lock's voices.</param>
    public VoiceContext Voices(IReadOnlyDictionary<string, LockedVoice> pinned) =>
        new()
        {
            Settings = Settings,
            Pinned = pinned,
            ProjectDirectory = Request.ProjectDirectory,
            WorkersDirectory = Request.WorkersDirectory,
            IsProgramHere = Request.IsProgramHere ?? (name => Executable.Find(name, Settings.Machine.SearchPath) is not null),
            Languages = Request
                .Segments.Where(segment => segment.Language is { Length: > 0 })
                .ToLookup(segment => Planner.VoiceName(segment, Settings), segment => segment.Language!, StringComparer.OrdinalIgnoreCase),
            IsDesignTime = Request.IsDesignTime,
        };
}
