using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>The gate's thresholds, beside which the page shows what was measured.</summary>
public sealed record PageGate
{
    /// <summary>How many dB the end must be under the speech.</summary>
    public double Ending { get; init; } = GateThresholds.EndingDrop;

    /// <summary>Seconds behind the last word from which sound is hum.</summary>
    public double Tail { get; init; } = GateThresholds.LongTail;

    /// <summary>Least speed, relative to the voice's own.</summary>
    public double SlowestPace { get; init; } = GateThresholds.SlowestPace;

    /// <summary>Most speed, relative to the voice's own.</summary>
    public double FastestPace { get; init; } = GateThresholds.FastestPace;

    /// <summary>Share from which a drift of pace is noted.</summary>
    public double Drift { get; init; } = GateThresholds.PaceDrift;
}
