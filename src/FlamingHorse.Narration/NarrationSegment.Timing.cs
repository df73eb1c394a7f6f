using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <content>Moments within the clip: cues, and beats by weight.</content>
public sealed partial class NarrationSegment
{
    /// <summary>The cue of the mark with this name; the first, where a name occurs twice.</summary>
    /// <param name="name">The mark's name, case-sensitive.</param>
    /// <returns>The cue, timed from the start of the clip.</returns>
    /// <exception cref="KeyNotFoundException">The text has no such mark; the message lists those it has.</exception>
    public NarrationCue At(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var cue in Cues)
        {
            if (string.Equals(cue.Name, name, StringComparison.Ordinal))
            {
                return cue;
            }
        }

        var known = Cues.Count == 0 ? "it has none" : "it has " + string.Join(", ", Cues.Select(cue => $"'{cue.Name}'"));
        throw new KeyNotFoundException($"The text of '{Id}' has no mark '{name}'; {known}. Set one in the text: <mark name='{name}'/>.");
    }

    /// <summary>Divides the clip into beats by weight: <c>Split(2, 1, 1)</c> gives a half and two quarters.</summary>
    /// <param name="weights">Any finite numbers, zero or more, of which one is above zero.</param>
    /// <returns>The lengths, one a weight, each on whole samples. Their sum is exactly <see cref="Duration"/>.</returns>
    /// <exception cref="ArgumentException">There is no weight above zero, or one is negative or not finite.</exception>
    public IReadOnlyList<TimeSpan> Split(params double[] weights)
    {
        var borders = Weights.Borders(SampleCount, weights);
        var beats = new TimeSpan[weights.Length];
        for (var i = 0; i < beats.Length; i++)
        {
            // A difference of rounded positions, not a rounded difference: only so do the beats add up to the tick.
            beats[i] = SampleTime.ToTime(borders[i + 1], SampleRate) - SampleTime.ToTime(borders[i], SampleRate);
        }

        return beats;
    }
}
