using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>How a recognizer is started.</summary>
/// <param name="Name">As in <c>NarrationRecognizer</c>.</param>
internal abstract record RecognizerSetup(string Name)
{
    public abstract HeardParts Brings { get; }

    /// <summary>Nobody named it: that it is not there is not told.</summary>
    public bool IsOptional { get; init; }

    public WorkerTimeouts Timeouts { get; init; } = new();

    /// <summary>Starts it.</summary>
    /// <param name="folder">An existing folder for its files.</param>
    /// <param name="trace">Takes lines for the log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RecognizerUnavailableException">It cannot listen on this machine.</exception>
    /// <exception cref="RecognizerFailedException">It died or hangs.</exception>
    public abstract Task<IListener> OpenAsync(string folder, Action<string> trace, CancellationToken cancellation);
}
