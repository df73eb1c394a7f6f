namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>How fast a worker speaks: seconds of sound a second. A slower batch counts at once, a faster one by half.</summary>
internal sealed class Pace
{
    private double? _measured;

    /// <summary>From a batch that is done.</summary>
    public void Learn(Batch batch, TimeSpan now)
    {
        if (batch.StartedAt is { } started && batch.LongestClip > TimeSpan.Zero)
        {
            var speed = batch.LongestClip / (now - started);
            _measured = _measured is { } known ? Math.Min(speed, (known + speed) / 2) : speed;
        }
    }

    /// <summary>As measured, or, until a first batch is done, as its progress tells; never better than real time then.</summary>
    public double Of(Batch running, TimeSpan elapsed)
    {
        var told = running.Frames > 0 && elapsed > TimeSpan.Zero ? FrameCap.Length(running.Frames) / elapsed : double.MaxValue;
        return _measured ?? Math.Min(1, told);
    }
}
