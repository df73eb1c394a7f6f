using System.Globalization;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>
/// Tells a machine that was never set up for speech (FHN2001, with the ways on) from one whose set-up is broken (a code of its own, with
/// its cure). Looks at files only.
/// </summary>
internal sealed class BackendAvailability(NarrationSettings settings, Func<string, bool> isProgramHere)
{
    /// <summary>What was tried, when it is plain that nothing here can speak; else null.</summary>
    public string? Find(IReadOnlyList<PendingClip> orders) =>
        settings.Backend switch
        {
            "system" => orders.Any(order => order.Segments[0].Voice is { Voice.Engine: "" })
                ? $"the operating system's voice (NarrationBackend=system): {Engines} not found on PATH"
                : null,
            "mlx" when !settings.Worker.IsPythonConfigured => FindMlx(orders),
            _ => null,
        };

    /// <summary>Whether a backend's own failure means that none was ever set up.</summary>
    public bool IsNotSetUp(Finding finding) =>
        finding.Kind == VoiceFindings.NoBackend
        || (
            !settings.Worker.IsPythonConfigured
            && (finding.Kind == VoiceFindings.PythonMissing || finding.Kind == VoiceFindings.ModuleMissing)
        );

    /// <summary>FHN2001 at the first segment concerned.</summary>
    public static Finding Describe(IReadOnlyList<PendingClip> orders, string tried)
    {
        var count = orders.Sum(order => order.Segments.Count);
        var what = count == 1 ? "1 segment has no audio" : string.Create(CultureInfo.InvariantCulture, $"{count} segments have no audio");
        return VoiceFindings.NoBackend.At(
            orders[0].Request.Place,
            $"""
            {what} and no backend on this machine can make it. To go on without one, set NarrationMissing=Estimate: lengths are predicted then.
            Tried: {tried.TrimEnd('.')}.
            To set one up: 'dotnet build -t:SetupNarration' makes the MLX environment (macOS on Apple silicon), or set NarrationPython to the interpreter of one; NarrationBackend=system speaks with the operating system's voice; NarrationBackend=http or worker uses a server or program of yours.
            To use what another machine made: commit its {LockFile.FileName}, and set NarrationRemoteCache to a store that both share.
            """.ReplaceLineEndings("\n")
        );
    }

    private string? FindMlx(IReadOnlyList<PendingClip> orders)
    {
        if (!isProgramHere(settings.Worker.Python))
        {
            return $"MLX (NarrationBackend=mlx): no environment made by SetupNarration, and no {settings.Worker.Python} on PATH";
        }

        // Some python3 is on almost every machine. Without a reference either, nobody has set up anything.
        return orders.All(order => order.Segments[0].Voice!.Problem?.Kind == VoiceFindings.ReferenceMissing)
            ? $"MLX (NarrationBackend=mlx): no environment made by SetupNarration, NarrationPython not set, and {orders[0].Segments[0].Voice!.Problem!.Message}"
            : null;
    }

    private static string Engines =>
        OperatingSystem.IsMacOS() ? SystemEngines.Say
        : OperatingSystem.IsWindows() ? "PowerShell"
        : $"{SystemEngines.Flite} and {SystemEngines.Espeak}";
}
