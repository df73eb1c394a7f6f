using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>The running worker, if there is one: its start, its greeting, what it can do, and its end.</summary>
/// <param name="model">The model that it loads.</param>
/// <param name="voices">All that it will speak with.</param>
/// <param name="options">What to start, and with what limits.</param>
/// <param name="inbox">Where its messages and its end are reported.</param>
/// <param name="trace">Where its standard error goes.</param>
internal sealed class WorkerConnection(
    string model,
    IReadOnlyList<Voice> voices,
    SynthesisOptions options,
    ChannelWriter<WorkerEvent> inbox,
    Action<string> trace
)
{
    private WorkerProcess? _process;
    private WorkerMessage.Hello? _hello;
    private WorkerMessage.Ready? _limits; // of the last worker that batches; a new one will not differ

    public bool IsStarted => _process is not null;

    public bool HasGreeted => _hello is not null;

    public bool IsReady { get; private set; }

    /// <summary>This worker or one before it was ready once.</summary>
    public bool HasWorked { get; private set; }

    /// <summary>When it was started, on the run's clock.</summary>
    public TimeSpan StartedAt { get; private set; }

    /// <summary>When it last said something, or was last given something to do.</summary>
    public TimeSpan LastHeard { get; set; }

    public bool TellsProgress => _hello!.Caps.Contains("progress");

    /// <summary>It tells when each word is said, and is never cut.</summary>
    public bool TimesWords => _hello!.Caps.Contains("words");

    public bool CanCancel => _hello!.Caps.Contains("cancel");

    /// <summary>Versions and device as it told them.</summary>
    public IReadOnlyDictionary<string, string> Engine { get; private set; } = new Dictionary<string, string>();

    /// <summary>The end of what it wrote to standard error.</summary>
    public string Errors => _process?.Errors ?? "";

    public bool IsFrom(WorkerProcess sender) => sender == _process;

    /// <exception cref="NarrationException">FHN2003, FHN2022: the program does not start.</exception>
    public void Start(TimeSpan now)
    {
        try
        {
            _process = WorkerProcess.Spawn(WorkerCommands.For(options), inbox, line => trace($"worker: {line}"));
        }
        catch (ChildStartException e)
        {
            throw new NarrationException(WorkerCommands.CannotStart(options, e.Message), e);
        }

        StartedAt = LastHeard = now;
    }

    /// <summary>Answers its greeting with model and voices.</summary>
    /// <exception cref="NarrationException">FHN2014: it speaks another version of the protocol.</exception>
    public void Greet(WorkerMessage.Hello hello)
    {
        if (hello.Proto != HostMessage.Protocol)
        {
            throw new NarrationException(
                VoiceFindings.WorkerProtocol.At(
                    null,
                    $"The worker speaks protocol {hello.Proto}; this package speaks {HostMessage.Protocol}. "
                        + "Use a worker of the same version."
                )
            );
        }

        _hello = hello;
        _process!.Send(HostMessage.Init(model, voices, options));
    }

    /// <summary>It has loaded its model. Its engine's versions are known from now on.</summary>
    public void BecomeReady(WorkerMessage.Ready ready)
    {
        IsReady = HasWorked = true;
        _limits = _hello!.Caps.Contains("batch") ? ready : null;
        Engine = ready.Versions(_hello);
    }

    /// <summary>How many items a batch of this voice may have; one for a worker that does not batch, or is not known yet.</summary>
    public int LimitOf(string voice, int most) => _limits?.LimitOf(voice, most) ?? 1;

    public void Send(Batch batch, TimeSpan now)
    {
        LastHeard = now;
        _process?.Send(HostMessage.Synth(batch, TimesWords));
    }

    /// <summary>Sends a line for a recognizer that listens by the worker.</summary>
    public void Send(byte[] line, TimeSpan now)
    {
        LastHeard = now;
        _process?.Send(line);
    }

    public void Cancel() => _process?.Send(HostMessage.Cancel());

    /// <summary>Asks it to end, waits a moment, then kills it.</summary>
    public Task ShutDownAsync(TimeSpan patience) => Forget() is { } process ? process.ShutDownAsync(patience) : Task.CompletedTask;

    /// <summary>Ends it at once.</summary>
    public async Task EndAsync()
    {
        if (Forget() is { } process)
        {
            await process.DisposeAsync().ConfigureAwait(false);
        }
    }

    private WorkerProcess? Forget()
    {
        var process = _process;
        (_process, _hello, IsReady) = (null, null, false);
        options.Ears?.Close();
        return process;
    }
}
