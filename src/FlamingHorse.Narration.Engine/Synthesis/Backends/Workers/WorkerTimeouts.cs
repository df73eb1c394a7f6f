using System.Globalization;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>How long the host waits for what, and by which clock. Tests shorten the waits, or turn the clock.</summary>
internal sealed record WorkerTimeouts
{
    /// <summary>Seconds for <see cref="Silence"/>; for those who write or test a worker, see docs/worker-protocol.md.</summary>
    public const string SilenceVariable = "NARRATION_WORKER_SILENCE";

    /// <summary>Seconds for the first wait of <see cref="Backoff"/>; for the same people.</summary>
    public const string BackoffVariable = "NARRATION_WORKER_BACKOFF";

    /// <summary>What a run measures its waits for the worker with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>From the start of the process to <c>ready</c>: a model of several GB may come from a cold disk.</summary>
    public TimeSpan ColdStart { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// From the start of the process to <c>hello</c>, and without a word while a batch runs, of a worker that tells its progress. Prefill
    /// and vocoder are silent.
    /// </summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan BatchBase { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan BatchLeast { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan BatchMost { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Waits before a worker is started again; as many restarts as there are waits.</summary>
    public IReadOnlyList<TimeSpan> Backoff { get; init; } = BackoffFrom(TimeSpan.FromSeconds(0.5));

    /// <summary>Between two looks at a key that another build holds, and at the machine's lock.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long a worker may take to end after it was asked to.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The defaults, except those that the environment changes. An invalid value is ignored.</summary>
    public static WorkerTimeouts From(Func<string, string?> environment)
    {
        var usual = new WorkerTimeouts();
        return usual with
        {
            Silence = Seconds(environment(SilenceVariable)) ?? usual.Silence,
            Backoff = Seconds(environment(BackoffVariable)) is { } first ? BackoffFrom(first) : usual.Backoff,
        };
    }

    /// <summary>A batch's limit from <c>started</c>.</summary>
    /// <param name="cap">Length of its longest cap.</param>
    /// <param name="speed">Seconds of sound a second.</param>
    public TimeSpan Batch(TimeSpan cap, double speed)
    {
        var limit = BatchBase + 4 * cap / speed;
        return limit < BatchLeast ? BatchLeast
            : limit > BatchMost ? BatchMost
            : limit;
    }

    /// <summary>Each wait is four times as long as the one before.</summary>
    private static TimeSpan[] BackoffFrom(TimeSpan first) => [first, 4 * first, 16 * first];

    /// <summary>Null unless the value is a number of seconds within a day.</summary>
    private static TimeSpan? Seconds(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
