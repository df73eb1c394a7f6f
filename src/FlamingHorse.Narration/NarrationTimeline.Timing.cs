namespace FlamingHorse.Narration;

public sealed partial class NarrationTimeline
{
    /// <summary>What plays at a moment: <c>if (timeline.At(now) is { Entry: { } entry, Offset: var offset })</c>.</summary>
    /// <param name="time">From the start of the timeline; zero or more. After the end there is silence.</param>
    /// <returns>The entry and how far it has played, or a gap and how long it has lasted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public NarrationMoment At(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var following = FirstAfter(time);
        var next = following < entries.Length ? entries[following] : null;
        var last = following > 0 ? entries[following - 1] : null;
        if (last is not null && time < last.End)
        {
            return new NarrationMoment(last, time - last.Start) { Next = next, Remaining = last.End - time };
        }

        var silenceEnds = next?.Start ?? Duration;
        return new NarrationMoment(null, time - (last?.End ?? TimeSpan.Zero))
        {
            Next = next,
            Remaining = silenceEnds > time ? silenceEnds - time : TimeSpan.Zero,
        };
    }

    /// <summary>
    /// The frames of an entry, from its position on the timeline: from the border nearest to its start up to the border nearest to
    /// its end. Frames of entries that touch touch too, and no error adds up, however many entries there are.
    /// </summary>
    /// <param name="entry">An entry of this timeline.</param>
    /// <param name="frameRate">Frames per second.</param>
    /// <returns>First frame and count.</returns>
    /// <exception cref="ArgumentException">The entry belongs to another timeline.</exception>
    public NarrationFrames Frames(NarrationEntry entry, FrameRate frameRate)
    {
        Own(entry);
        var first = frameRate.Nearest(entry.StartSample, SampleRate);
        return new NarrationFrames(first, frameRate.Nearest(entry.EndSample, SampleRate) - first);
    }

    /// <summary>The frames of the whole timeline, rounded up: the picture never ends before the sound.</summary>
    /// <param name="frameRate">Frames per second.</param>
    /// <returns>Frame 0 and the count.</returns>
    public NarrationFrames Frames(FrameRate frameRate) => new(0, frameRate.Covering(length, SampleRate));

    /// <summary>The remaining time of the timeline at a moment.</summary>
    /// <param name="time">From the start of the timeline; zero or more.</param>
    /// <returns>The time until <see cref="Duration"/>; zero after the end. For what is left of an entry see <see cref="At"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan Remaining(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return time < Duration ? Duration - time : TimeSpan.Zero;
    }

    /// <summary>How long a scene must still wait for its narration, after animations that took some time of it.</summary>
    /// <param name="entry">An entry of this timeline.</param>
    /// <param name="used">The time used since the entry's start; zero or more.</param>
    /// <returns>What is left of the entry, without the gap after it (<see cref="NarrationEntry.GapAfter"/>).</returns>
    /// <exception cref="NarrationOverrunException">More was used than the narration lasts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time used is negative.</exception>
    /// <exception cref="ArgumentException">The entry belongs to another timeline.</exception>
    public TimeSpan Wait(NarrationEntry entry, TimeSpan used)
    {
        Own(entry);
        ArgumentOutOfRangeException.ThrowIfLessThan(used, TimeSpan.Zero);
        return used <= entry.Duration ? entry.Duration - used : throw new NarrationOverrunException(entry, used);
    }

    private void Own(NarrationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Index >= entries.Length || !ReferenceEquals(entries[entry.Index], entry))
        {
            throw new ArgumentException(
                $"This entry of '{entry.Segment.Id}' belongs to another timeline; Then makes a new one with entries of its own.",
                nameof(entry)
            );
        }
    }

    /// <summary>The index of the first entry that starts after a moment.</summary>
    private int FirstAfter(TimeSpan time)
    {
        int low = 0,
            high = entries.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (entries[middle].Start <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
