using System.Globalization;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>
/// Reports FHN2001, with what to do, on a machine that was never set up for speech. A machine whose set-up is broken gets another code;
/// <see cref="Synthesis.IBackend"/> tells the two apart.
/// </summary>
internal static class BackendAvailability
{
    private const string WithoutOne = "To continue without one, set NarrationMissing=Estimate: durations are then predicted.";

    /// <summary>FHN2001 at the first segment concerned.</summary>
    /// <param name="orders">The requests that no backend can make.</param>
    /// <param name="tried">What was looked for.</param>
    /// <param name="voices">Says what this machine has.</param>
    public static Finding Describe(IReadOnlyList<PendingClip> orders, string tried, VoiceContext voices)
    {
        var count = orders.Sum(order => order.Segments.Count);
        var what = count == 1 ? "1 segment has no audio" : string.Create(CultureInfo.InvariantCulture, $"{count} segments have no audio");
        return VoiceFindings.NoBackend.At(
            orders[0].Request.Place,
            $"""
            {what} and no backend on this machine can make it. {WithoutOne}
            Tried: {tried.TrimEnd('.')}.
            To set one up, 'dotnet add package FlamingHorse.Narration.Speech' brings a natural English voice for Windows, Linux and macOS.
            For your own cloned voice, 'dotnet build -t:SetupNarration' makes the MLX environment (macOS on Apple silicon), or set
            NarrationPython to the interpreter of one.
            {SystemVoice(voices)} NarrationBackend=http or worker uses a server or program of your own.
            To use what another machine made, commit its {LockFile.FileName} and set NarrationRemoteCache to a store that both can reach.
            """.ReplaceLineEndings("\n")
        );
    }

    /// <summary>A setting on the command line applies to one build; in the project file it stays.</summary>
    private static string SystemVoice(VoiceContext voices) =>
        SystemEngines.Find(voices.IsProgramHere, voices.Family) is { } engine
            ? $"{engine} is on this machine: <NarrationBackend>system</NarrationBackend> in the project file makes it the project's voice;"
            : "NarrationBackend=system speaks with the operating system's voice;";
}
