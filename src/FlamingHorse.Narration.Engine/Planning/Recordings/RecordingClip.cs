using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Planning.Recordings;

/// <summary>A recording made into a clip like any other: trimmed and framed. Pure: every machine makes the same bytes.</summary>
/// <param name="Record">What is stored of it.</param>
/// <param name="Wav">The finished file.</param>
/// <param name="Flaws">What an ear would mind; a person's recording is kept all the same.</param>
internal sealed record RecordingClip(ClipRecord Record, byte[] Wav, IReadOnlyList<string> Flaws)
{
    private const double Silence = -45;

    /// <param name="file">The recording.</param>
    /// <param name="key">What it is stored as.</param>
    /// <param name="loudness">Null, or LUFS to make exactly the file that an older package made.</param>
    /// <exception cref="WavFormatException">It is not a readable WAV file, or it is silent.</exception>
    public static RecordingClip Of(byte[] file, ActionKey key, double? loudness)
    {
        var signal = WavFile.Read(file);
        if (
            Array.Exists(signal.Samples, sample => !float.IsFinite(sample))
            || Decibels.FromAmplitude(SpeechBounds.Peak(signal.Samples)) < Silence
        )
        {
            throw new WavFormatException("nothing can be heard in it");
        }

        var flaws = QualityGate.Judge(signal).Problems;
        var clip = PostProcessing.Apply(signal, loudness);
        if (!double.IsFinite(clip.Peak))
        {
            // A click of a sample or two lies wholly in the fades, and silence has no level that a record could hold.
            throw new WavFormatException("nothing can be heard in it");
        }

        var wav = WavFile.Write(clip.Signal);
        var record = clip.Describe(wav, key, Recording.Voice, Recording.Voice, model: "") with { Flags = flaws };
        return new(record, wav, flaws);
    }
}
