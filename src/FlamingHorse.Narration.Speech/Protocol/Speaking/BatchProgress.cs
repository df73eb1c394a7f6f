namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>Reports a batch's progress to the host: at its start, after every piece, and at least every two seconds.</summary>
internal sealed class BatchProgress(Channel channel, long batch, int clips) : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1.5);

    private readonly Lock _changing = new();
    private Timer? _heartbeat;
    private double _seconds;
    private int _left = clips;

    /// <summary>Reports that a clip of the batch begins.</summary>
    public void Begin()
    {
        lock (_changing)
        {
            if (_heartbeat is null)
            {
                channel.Send("started", json => json.WriteNumber("batch", batch));
                _heartbeat = new Timer(_ => Send(), null, _interval, _interval);
            }
        }
    }

    /// <param name="seconds">More than before.</param>
    public void Add(double seconds)
    {
        lock (_changing)
        {
            _seconds += seconds;
        }

        Send();
    }

    /// <summary>Reports that a clip of the batch is answered.</summary>
    public void End()
    {
        lock (_changing)
        {
            if (--_left == 0)
            {
                Dispose();
            }
        }
    }

    public void Dispose() => _heartbeat?.Dispose();

    private void Send()
    {
        lock (_changing)
        {
            if (_left > 0)
            {
                var frames = (long)(_seconds * SpeakingPart.FramesPerSecond);
                channel.Send("progress", json =>
                {
                    json.WriteNumber("batch", batch);
                    json.WriteNumber("frames", frames);
                });
            }
        }
    }
}
