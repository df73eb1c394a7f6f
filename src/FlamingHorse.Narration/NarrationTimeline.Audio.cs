using FlamingHorse.Narration.Audio;

namespace FlamingHorse.Narration;

public sealed partial class NarrationTimeline
{
    /// <summary>Writes the joined track: the clips beside the running app at their places, silence between them.</summary>
    /// <remarks>
    /// WAV, PCM 16 bit, mono, at the segments' rate, exactly <see cref="SampleCount"/> samples. Streams from file to stream, which
    /// need not seek, stays open, and receives nothing until every clip's header has been checked.
    /// </remarks>
    /// <param name="stream">Where to write.</param>
    /// <exception cref="InvalidOperationException">A segment is estimated, the sample rates differ, or the track is too long for a WAV (4 GiB).</exception>
    /// <exception cref="FileNotFoundException">A clip is missing.</exception>
    /// <exception cref="InvalidDataException">A clip is not PCM 16 bit mono, or not the take whose length stands in the code.</exception>
    public void WriteWav(Stream stream) => WriteWav(stream, AppContext.BaseDirectory);

    /// <summary>Writes the joined track from the clips in a folder laid out like the app's.</summary>
    /// <inheritdoc cref="WriteWav(Stream)" />
    /// <param name="stream">Where to write.</param>
    /// <param name="folder">The folder that holds <c>narration</c>.</param>
    public void WriteWav(Stream stream, string folder)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        JoinedTrack.Write(this, stream, folder);
    }
}
