using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>From what a worker says or leaves behind to a diagnostic with its cure.</summary>
internal static class WorkerFaults
{
    /// <summary>Signals that mean that an allocation failed.</summary>
    private static readonly int[] MemorySignals = [128 + 6, 128 + 9];

    private static readonly string[] MemoryWords =
    [
        "OutOfMemory",
        "out of memory",
        "insufficient memory",
        "MemoryError",
        "bad_alloc",
        "unable to allocate",
        "attempting to allocate", // more than Metal's largest buffer
    ];

    /// <summary>All that a worker may name: its side of the table grows with this one.</summary>
    private static readonly Dictionary<string, FindingKind> Known = typeof(VoiceFindings)
        .GetFields()
        .Select(field => (FindingKind)field.GetValue(null)!)
        .ToDictionary(kind => kind.Code);

    /// <summary>The kind that a worker names, or that its code stands for; null for a code that is about the item only.</summary>
    public static FindingKind? Kind(string finding, string code) =>
        Known.GetValueOrDefault(finding)
        ?? code switch
        {
            "no_device" => VoiceFindings.NoDevice,
            "no_model" => VoiceFindings.ModelMissing,
            "no_module" => VoiceFindings.ModuleMissing,
            "too_old" => VoiceFindings.EngineTooOld,
            "bad_reference" => VoiceFindings.ReferenceUnreadable,
            "oom" => VoiceFindings.OutOfMemory,
            _ => null,
        };

    /// <summary>About the worker as a whole.</summary>
    public static Finding Of(WorkerMessage.Error error)
    {
        var kind = Kind(error.Finding, error.Code) ?? VoiceFindings.WorkerFailed;
        return kind.At(null, Join(error.Message, error.Cure.Length > 0 ? error.Cure : Cure(kind)));
    }

    /// <summary>Of a worker that died before it was ready, from the end of its standard error.</summary>
    public static Finding OfDeath(int exitCode, string errors)
    {
        var kind = errors switch
        {
            _ when Has("No module named") => VoiceFindings.ModuleMissing,
            // Before Metal, which names itself also where it has no memory for the model.
            _ when SaysOutOfMemory(errors) => VoiceFindings.OutOfMemory,
            _ when Has("NSRangeException") || Has("Metal") => VoiceFindings.NoDevice,
            _ when Has("SyntaxError") => VoiceFindings.PythonTooOld,
            _ => VoiceFindings.WorkerFailed,
        };
        var what =
            kind == VoiceFindings.NoDevice ? "Metal is not available in this sandbox."
            : kind == VoiceFindings.OutOfMemory ? "The worker ran out of memory before it was ready."
            : $"The worker ended with code {exitCode} before it was ready.";
        return kind.At(null, Join(what, Cure(kind), errors.Length > 0 ? $"It wrote: {errors}" : ""));

        bool Has(string words) => errors.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>On Metal running out of memory is often an abort, on Linux a kill: neither can be caught inside.</summary>
    public static bool IsOutOfMemory(int exitCode, string errors) => MemorySignals.Contains(exitCode) || SaysOutOfMemory(errors);

    private static bool SaysOutOfMemory(string errors) =>
        MemoryWords.Any(words => errors.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static string Cure(FindingKind kind) =>
        kind.Code switch
        {
            "FHN2004" =>
                "Make the MLX environment with 'dotnet build -t:SetupNarration', or set NarrationPython to one that has mlx-audio.",
            "FHN2005" => "Run 'dotnet build -t:SetupNarration' to renew the MLX environment.",
            "FHN2006" => "Run the build in a normal terminal, on a machine whose device the engine supports.",
            "FHN2007" => "Fetch it once with 'dotnet build -t:PrepareNarration -p:NarrationAllowDownload=true'.",
            "FHN2008" or "FHN2009" =>
                "Check ReferenceAudio and ReferenceText of the voice; 'dotnet build -t:PrepareNarration' looks at them.",
            "FHN2010" => "Cut it with Start and End of the voice, or set AllowLongReference.",
            "FHN2011" => "Run 'git lfs pull'.",
            "FHN2017" =>
                "Lower NarrationBatchSize, choose a smaller model, raise NarrationMemoryLimit, or name a NarrationOutOfMemoryModel.",
            "FHN2041" => "The worker needs Python 3.10 or later: set NarrationPython, or run 'dotnet build -t:SetupNarration'.",
            _ => "Run 'dotnet build -t:PrepareNarration' for a diagnosis, "
                + "or build with -p:NarrationMissing=Estimate to continue without speech.",
        };

    private static string Join(params string[] sentences) => string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
}
