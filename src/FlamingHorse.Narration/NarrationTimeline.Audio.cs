using FlamingHorse.Narration.Audio;

namespace FlamingHorse.Narration;

public sealed partial class NarrationTimeline
{
    /// <summary>Writes the joined track: the clips beside the running app at their places, silence between them.</summary> <remarks> WAV,
    /// PCM 16 bit, mono, at the segments' rate, exactly <see cref="SampleCount"/> samples. Streams from file to stream, which need not
    /// seek, stays open, and receives nothing until every clip's header has been checked.
    /// </remarks>
    /// <param name="stream">Where to write. Without a track, a file opened for it stays empty; a path leaves no file.</param>
    /// <param name="missing">What stands for a segment that is estimated or whose file is not there.</param>
    /// <exception cref="InvalidOperationException">A segment is estimated, the sample rates differ, or the track is too long for a WAV (4
    /// GiB).</exception>
    /// <exception cref="FileNotFoundException">A clip is missing.</exception>
    /// <exception cref="InvalidDataException">A clip is not PCM 16 bit mono, or not the take whose length is in the code.</exception>
    public void WriteWav(Stream stream, NarrationMissingAudio missing = NarrationMissingAudio.Throw) =>
        WriteWav(stream, AppContext.BaseDirectory, missing);

    /// <summary>Writes the joined track from the clips in a folder laid out like the app's.</summary>
    /// <inheritdoc cref="WriteWav(Stream, NarrationMissingAudio)" />
    /// <param name="stream">Where to write.</param>
    /// <param name="folder">The folder that holds <c>narration</c>.</param>
    /// <param name="missing">What stands for a segment that is estimated or whose file is not there.</param>
    public void WriteWav(Stream stream, string folder, NarrationMissingAudio missing = NarrationMissingAudio.Throw)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        JoinedTrack.Write(this, stream, folder, missing);
    }

    /// <summary>Writes the joined track into a file, whole or not at all: what was there stays until the track is complete.</summary>
    /// <inheritdoc cref="WriteWav(Stream, NarrationMissingAudio)" />
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="missing">What stands for a segment that is estimated or whose file is not there.</param>
    public void WriteWav(string path, NarrationMissingAudio missing = NarrationMissingAudio.Throw) =>
        WriteWav(path, AppContext.BaseDirectory, missing);

    /// <summary>Writes the joined track into a file, from the clips in a folder laid out like the app's.</summary>
    /// <inheritdoc cref="WriteWav(string, NarrationMissingAudio)" />
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="folder">The folder that holds <c>narration</c>.</param>
    /// <param name="missing">What stands for a segment that is estimated or whose file is not there.</param>
    public void WriteWav(string path, string folder, NarrationMissingAudio missing = NarrationMissingAudio.Throw)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        WholeFile.Write(path, stream => JoinedTrack.Write(this, stream, folder, missing));
    }
}
