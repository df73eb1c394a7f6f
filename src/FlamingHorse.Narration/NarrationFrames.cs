namespace FlamingHorse.Narration;

/// <summary>A run of frames on a timeline.</summary>
/// <param name="First">The number of the first frame; the film's first is 0.</param>
/// <param name="Count">How many frames; 0 for something shorter than half a frame.</param>
public readonly record struct NarrationFrames(int First, int Count)
{
    /// <summary>The number of the first frame after the run.</summary>
    public int End => First + Count;
}
