using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>How the three standard streams of a child are served.</summary>
internal sealed record ChildPipes
{
    /// <summary>Writes standard input, which is closed afterwards. By default there is none.</summary>
    public PipeSource Input { get; init; } = PipeSource.Null;

    /// <summary>
    /// Reads standard output. By default everything is read and dropped; <see cref="PipeTarget.Null"/> would close the pipe, and the
    /// child would be ended by what it writes (SIGPIPE).
    /// </summary>
    public PipeTarget Output { get; init; } = PipeTarget.ToStream(Stream.Null);

    /// <summary>Receives each line of standard error, on any thread.</summary>
    public Action<string>? OnErrorLine { get; init; }
}
