using FlamingHorse.Narration.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Compares the stated length of a clip with its file.</summary>
internal static class ClipLength
{
    /// <summary>The length in the file's header; null when it is the stated one, or when the file cannot be read.</summary>
    /// <param name="path">The clip; its bytes were verified.</param>
    /// <param name="said">What is said of it.</param>
    public static WavShape? Of(string path, TakeFacts said)
    {
        try
        {
            var file = new FileInfo(path);
            return
                !IsAsSaid(file, said)
                && EntryFile.Inspect(file).Shape is { } shape
                && shape != new WavShape(said.SampleRate, said.SampleCount)
                ? shape
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Ten thousand files are not read for this: those that this package wrote are as long as their samples and have one header.
    private static bool IsAsSaid(FileInfo file, TakeFacts said)
    {
        if (file.Length != ClipHeader.Length + (ClipHeader.BytesPerSample * said.SampleCount))
        {
            return false;
        }

        Span<byte> header = stackalloc byte[ClipHeader.Length];
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return RandomAccess.Read(handle, header, 0) == header.Length
            && header.SequenceEqual(ClipHeader.Of((uint)(file.Length - ClipHeader.Length), said.SampleRate));
    }
}
