using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>A program that listens by the worker protocol.</summary>
/// <param name="Name">As in <c>NarrationRecognizer</c>.</param>
/// <param name="Command">The program.</param>
/// <param name="Brings">What it may be asked for.</param>
internal sealed record ProtocolSetup(string Name, ChildCommand Command, HeardParts Brings) : RecognizerSetup(Name)
{
    public override HeardParts Brings { get; } = Brings;

    /// <summary>Its model's file; null lets the program take its own.</summary>
    public string? Model { get; init; }

    /// <summary>Its second model, which aligns; null lets the program take its own.</summary>
    public string? Aligner { get; init; }

    /// <summary>A lock file that only one such program on the machine holds; null where several may run at once.</summary>
    public string? MachineLock { get; init; }

    /// <summary>Those whose takes it will hear; it may compare takes with their references.</summary>
    public IReadOnlyList<Voice> Voices { get; init; } = [];

    /// <summary>Folders of models.</summary>
    public IReadOnlyList<string> ModelFolders { get; init; } = [];

    /// <summary>GiB.</summary>
    public double MemoryLimit { get; init; } = 15;

    /// <inheritdoc/>
    public override async Task<IListener> OpenAsync(string folder, Action<string> trace, CancellationToken cancellation)
    {
        if (MachineLock is null)
        {
            return await ListeningProcess.OpenAsync(this, null, trace, cancellation).ConfigureAwait(false);
        }

        var alone = await FileLock
            .TakeAsync(MachineLock, Timeouts.Poll, () => trace($"{Name}: waits for another build's worker"), cancellation)
            .ConfigureAwait(false);
        try
        {
            return await ListeningProcess.OpenAsync(this, alone, trace, cancellation).ConfigureAwait(false);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }
}
