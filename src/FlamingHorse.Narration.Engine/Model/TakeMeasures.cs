namespace FlamingHorse.Narration.Engine.Model;

/// <summary>What the gate measured of a take, where it could; whether it passed is another matter.</summary>
public sealed record TakeMeasures
{
    /// <summary>dB from the speech down to the last 60 ms of the clip as the engine made it; 100 at most.</summary>
    public double? Ending { get; init; }

    /// <summary>Seconds after the last word in which something can still be heard.</summary>
    public double? Tail { get; init; }

    /// <summary>
    /// Speed, relative to what the voice's rate predicts; null for a short text, and of a voice of which few takes are known.
    /// </summary>
    public double? Pace { get; init; }

    /// <summary>
    /// How much faster one outer third of the words is than the other, as a share; null if the times of the words are unknown.
    /// </summary>
    public double? Drift { get; init; }

    /// <summary>Of several takes that become one: the value of each that an ear would mind the most.</summary>
    public static TakeMeasures? OfParts(IEnumerable<TakeMeasures?> parts)
    {
        var known = parts.OfType<TakeMeasures>().ToList();
        return known.Count == 0
            ? null
            : new TakeMeasures
            {
                Ending = known.Min(part => part.Ending),
                Tail = known.Max(part => part.Tail),
                Pace = known
                    .Select(part => part.Pace)
                    .OfType<double>()
                    .Select(pace => (double?)pace)
                    .MaxBy(pace => Math.Abs(Math.Log(pace!.Value))),
                Drift = known.Max(part => part.Drift),
            };
    }
}
