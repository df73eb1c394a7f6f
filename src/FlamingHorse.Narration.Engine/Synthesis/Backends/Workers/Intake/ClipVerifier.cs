using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;

/// <summary>Checks everything that a worker says of its file: path, size, hash, header and length.</summary>
internal static class ClipVerifier
{
    /// <summary>Three hours at 24 kHz.</summary>
    private const long LongestFile = 512L << 20;

    /// <summary>The clip, or the first thing that is not as the worker said.</summary>
    public static (RawClip? Clip, string? Problem) Read(
        BatchItem item,
        Batch batch,
        WorkerMessage.Done done,
        IReadOnlyDictionary<string, string> engine
    )
    {
        try
        {
            var file = new FileInfo(item.Path);
            if (!file.Exists || file.LinkTarget is not null)
            {
                return (
                    null,
                    Directory.Exists(item.Path) ? "the worker left a folder in place of its file" : "the worker's file is not there"
                );
            }

            if (file.Length is < WavFile.HeaderLength or > LongestFile)
            {
                return (null, $"the worker's file has {file.Length} bytes");
            }

            var bytes = File.ReadAllBytes(item.Path);
            if (!string.Equals(Convert.ToHexString(SHA256.HashData(bytes)), done.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                return (null, "the worker's file does not have the hash that the worker gave");
            }

            var header = WavHeader.Read(bytes);
            if (!header.IsMonoPcm16 || header.SampleRate != done.SampleRate || header.FrameCount != done.Samples)
            {
                return (
                    null,
                    $"the worker's file holds {header.FrameCount} samples at {header.SampleRate} Hz in {header.Channels} channels "
                        + $"of {header.BitsPerSample} bits; {done.Samples} at {done.SampleRate} Hz, mono, 16 bits, were announced"
                );
            }

            var isTimed = done.Words is not null;
            if (SpokenTimes.FindProblem(item.Job.Spoken.Text, done) is { } problem)
            {
                return (null, problem);
            }

            var clip = new RawClip(WavFile.Read(bytes))
            {
                IsCut = done.Finish != "eos" || (!isTimed && done.Frames >= item.MostFrames),
                Words = done.Words?.Select(word => new RawWord(word.I, word.Start, word.End)).ToList(),
                Speech = done.Speech is [var start, var end] ? new SpeechBounds((int)start, (int)end) : null,
                Unread = [.. done.Unread.Select(token => token.Text)],
                Seed = batch.Seed,
                BatchSize = batch.Items.Count,
                BatchPosition = item.Position,
                Elapsed = TimeSpan.FromMilliseconds(Math.Clamp(done.ElapsedMs, 0, 1e9)),
                Engine = engine,
            };
            return (clip, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or WavFormatException)
        {
            return (null, $"the worker's file cannot be read: {e.Message}");
        }
    }
}
