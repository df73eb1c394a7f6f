using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// The strict reader of WAV files. A file is refused by <see cref="WavFormatException"/>, or it is read, written in the canonical form, and
/// from then on the same to the byte. What is read becomes a clip as an author's recording does.
/// </summary>
internal static class WavTarget
{
    private static readonly ActionKey _key = new(new string('0', 64));

    /// <returns>Whether it is a WAV file by the strict rules.</returns>
    public static bool Read(byte[] file)
    {
        var streamed = TryRead(file, isStreamed: true);
        if (TryRead(file, isStreamed: false) is not { } signal)
        {
            return false;
        }

        var header = WavHeader.Read(file);
        PropertyBrokenException.Unless(
            header.DataOffset + header.DataLength <= file.Length && header.FrameCount == signal.Samples.Length,
            "the header does not describe the samples that were read"
        );
        PropertyBrokenException.Unless(
            streamed is not null && signal.Samples.AsSpan().SequenceEqual(streamed.Samples),
            "a whole file reads otherwise when it is streamed"
        );
        CheckWritten(signal, header.IsMonoPcm16);
        CheckRecording(file);
        return true;
    }

    private static MonoSignal? TryRead(byte[] file, bool isStreamed)
    {
        try
        {
            return WavFile.Read(file, isStreamed);
        }
        catch (WavFormatException)
        {
            return null;
        }
    }

    private static void CheckWritten(MonoSignal signal, bool isCanonical)
    {
        var written = WavFile.Write(signal);
        var again = WavFile.Read(written);
        PropertyBrokenException.Unless(
            again.SampleRate == signal.SampleRate && WavFile.Write(again).AsSpan().SequenceEqual(written),
            "what was written is read as something else"
        );
        PropertyBrokenException.Unless(
            !isCanonical || again.Samples.AsSpan().SequenceEqual(signal.Samples),
            "a sample of 16 bits came back as another"
        );
    }

    /// <summary>A recording that nothing can be heard in is refused; any other becomes a clip that is what its record says.</summary>
    private static void CheckRecording(byte[] file)
    {
        RecordingClip clip;
        try
        {
            clip = RecordingClip.Of(file, _key, loudness: null);
        }
        catch (WavFormatException)
        {
            return;
        }

        var (record, shape) = (clip.Record, WavShape.Read(clip.Wav));
        PropertyBrokenException.Unless(
            shape is { } read && read.SampleCount == record.SampleCount && read.SampleRate == record.SampleRate,
            "the clip is not what its record says"
        );
        PropertyBrokenException.Unless(
            record.SpeechStart >= 0 && record.SpeechStart < record.SpeechEnd && record.SpeechEnd <= record.SampleCount,
            $"speech from {record.SpeechStart} to {record.SpeechEnd} of {record.SampleCount} samples"
        );
        PropertyBrokenException.Unless(
            new[] { record.PeakDbfs, record.LoudnessLufs }.All(level => level is null || double.IsFinite(level.Value)),
            $"a level that no file can hold: {record.PeakDbfs} dBFS, {record.LoudnessLufs} LUFS"
        );
    }
}
