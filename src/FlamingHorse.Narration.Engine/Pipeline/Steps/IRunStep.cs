namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>One step of a run.</summary>
internal interface IRunStep
{
    /// <summary>
    /// Returns the states that it reaches, in order; the last is its result. When it throws or is cancelled, the last one returned before
    /// is what the run records.
    /// </summary>
    IAsyncEnumerable<RunState> RunAsync(RunState state, CancellationToken cancellation);
}
