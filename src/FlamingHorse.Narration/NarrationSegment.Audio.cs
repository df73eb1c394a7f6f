namespace FlamingHorse.Narration;

/// <content>The clip's file.</content>
public sealed partial class NarrationSegment
{
    /// <summary>
    /// The clip's path beside the running app (<see cref="AppContext.BaseDirectory"/>). Does not check whether it exists.
    /// </summary>
    /// <returns>An absolute path.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    public string GetFullPath() => GetFullPath(AppContext.BaseDirectory);

    /// <summary>The clip's path in a folder laid out like the app's. Does not check whether it exists.</summary>
    /// <param name="folder">The folder that holds <c>narration</c>; relative ones count from the current directory.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    public string GetFullPath(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return AudioFile is { } file
            ? Path.GetFullPath(Path.Combine(folder, file))
            : throw new InvalidOperationException(
                $"'{Id}' has no audio: its duration is an estimate. Build with a speech backend, or with the lock file and cache that "
                    + $"hold its take; check IsEstimated first."
            );
    }

    /// <summary>Opens the clip beside the running app for reading.</summary>
    /// <returns>The file, a WAV with PCM 16 bit, mono; the caller disposes of it.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    /// <exception cref="FileNotFoundException">The clip is not where <see cref="GetFullPath()"/> says.</exception>
    public Stream OpenAudio() => OpenAudio(AppContext.BaseDirectory);

    /// <summary>Opens the clip in a folder laid out like the app's for reading.</summary>
    /// <param name="folder">The folder that holds <c>narration</c>.</param>
    /// <returns>The file, a WAV with PCM 16 bit, mono; the caller disposes of it.</returns>
    /// <exception cref="InvalidOperationException">The segment is estimated: it has no audio yet.</exception>
    /// <exception cref="FileNotFoundException">The clip is not where <see cref="GetFullPath(string)"/> says.</exception>
    public Stream OpenAudio(string folder)
    {
        var path = GetFullPath(folder);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"The audio of '{Id}' is not at '{path}'. Builds put it beside the app unless NarrationCopyAudio is false; a build that "
                    + $"had the take's duration from the lock file but not its audio warned about it.",
                path,
                missing
            );
        }
    }
}
