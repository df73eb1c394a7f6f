using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <content>From its start until its model is loaded.</content>
internal sealed partial class ListeningProcess
{
    /// <summary>Starts it and waits until its model is loaded.</summary>
    /// <param name="setup">The program.</param>
    /// <param name="alone">Released when it has ended.</param>
    /// <param name="trace">Takes lines for the log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RecognizerUnavailableException">It cannot listen on this machine.</exception>
    /// <exception cref="RecognizerFailedException">It died or hangs.</exception>
    public static async Task<ListeningProcess> OpenAsync(
        ProtocolSetup setup,
        IDisposable? alone,
        Action<string> trace,
        CancellationToken cancellation
    )
    {
        ListeningProcess listener;
        try
        {
            listener = new ListeningProcess(setup, alone, trace);
        }
        catch (ChildStartException e)
        {
            throw Unavailable(setup, $"cannot be started: {e.Message}", e);
        }

        try
        {
            await listener.LoadAsync(cancellation).ConfigureAwait(false);
            return listener;
        }
        catch
        {
            await listener.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(_setup.Timeouts.Silence, cancellation).ConfigureAwait(false) is not WorkerMessage.Hello hello)
        {
            throw Unavailable(_setup, "does not say hello");
        }

        if (hello.Proto != HostMessage.Protocol)
        {
            throw Unavailable(_setup, $"speaks protocol {hello.Proto}; this package speaks {HostMessage.Protocol}");
        }

        if (!hello.Caps.Contains("listen"))
        {
            var why = hello.Missing.FirstOrDefault(missing => missing.Cap == "listen")?.Message;
            throw Unavailable(_setup, why is null ? "does not listen ('listen' is not among its caps)" : $"cannot listen: {why}");
        }

        _process.Send(HostMessage.InitListener(_setup));
        switch (await ReadAsync(_setup.Timeouts.ColdStart, cancellation).ConfigureAwait(false))
        {
            case WorkerMessage.Ready ready:
                _ready = ready;
                break;
            case WorkerMessage.Error error:
                throw Unavailable(_setup, $"{error.Message} {error.Cure}".Trim());
            case var other:
                throw new RecognizerFailedException($"it answered out of turn ({other.GetType().Name})");
        }
    }

    private static RecognizerUnavailableException Unavailable(ProtocolSetup setup, string why, Exception? cause = null) =>
        new(
            VoiceFindings.RecognizerUnavailable.At(
                null,
                $"The recognizer '{setup.Name}' {why.TrimEnd('.')}. Takes are not listened to; set NarrationRecognizer=None to accept that."
            ),
            cause
        );
}
