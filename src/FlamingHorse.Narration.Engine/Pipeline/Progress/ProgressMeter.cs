using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>How far a synthesis is, how fast, and how long it will take. Any thread.</summary>
internal sealed class ProgressMeter
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Action<ProgressReport> _publish;
    private readonly long _started;
    private readonly int _total;
    private TimeSpan _left;
    private TimeSpan _audio;
    private TimeSpan _inFlight;
    private int _done;
    private string _last = "";

    /// <param name="requests">All that is to be made.</param>
    /// <param name="clock">Measures the speed.</param>
    /// <param name="publish">Takes the state whenever it changes; decides itself how much of it to write.</param>
    public ProgressMeter(IEnumerable<SynthesisRequest> requests, TimeProvider clock, Action<ProgressReport> publish)
    {
        (_clock, _publish, _started) = (clock, publish, clock.GetTimestamp());
        foreach (var request in requests)
        {
            _total++;
            _left += request.Estimate;
        }

        publish(Report(isFinished: false));
    }

    /// <summary>Notes how much audio the running batch has so far.</summary>
    public void InFlight(TimeSpan audio)
    {
        lock (_gate)
        {
            _inFlight = audio;
            _publish(Report(isFinished: false));
        }
    }

    /// <summary>
    /// One request is settled; <paramref name="made"/> is the audio that came of it, null when nothing was made here. Returns a line for
    /// the log.
    /// </summary>
    public string Finished(SynthesisRequest request, TimeSpan? made)
    {
        lock (_gate)
        {
            _done++;
            _last = request.Id;
            _left -= request.Estimate;
            _audio += made ?? TimeSpan.Zero;
            _inFlight = TimeSpan.Zero;
            var report = Report(isFinished: _done == _total);
            _publish(report);
            return Line(request.Id, made ?? TimeSpan.Zero, report);
        }
    }

    private ProgressReport Report(bool isFinished)
    {
        var elapsed = _clock.GetElapsedTime(_started);
        var speed = elapsed > TimeSpan.Zero ? (_audio + _inFlight) / elapsed : 0;
        var left = _left - _inFlight;
        return new()
        {
            Done = _done,
            Total = _total,
            Last = _last,
            AudioSeconds = Math.Round((_audio + _inFlight).TotalSeconds, 1),
            ElapsedSeconds = Math.Round(elapsed.TotalSeconds, 1),
            Speed = Math.Round(speed, 2),
            SecondsLeft =
                isFinished ? 0
                : speed > 0 ? Math.Round(Math.Max(0, left.TotalSeconds) / speed)
                : null,
            IsFinished = isFinished,
        };
    }

    private static string Line(string id, TimeSpan made, ProgressReport report)
    {
        var left = report switch
        {
            { IsFinished: true } => "",
            { SecondsLeft: { } seconds } => ", "
                + TimeSpan.FromSeconds(seconds).ToString(seconds >= 3600 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture)
                + " left",
            _ => "",
        };
        return FormattableString.Invariant(
            $"[{report.Done}/{report.Total}] {id}: {made.TotalSeconds:0.0} s, {report.Speed:0.0} × real time{left}"
        );
    }
}
