using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>The pieces of a clip, one after the other without an extra pause.</summary>
internal sealed class Recording(int sampleRate)
{
    private const float FullScale = 32767;

    private readonly List<SpokenWord> _words = [];
    private short[] _samples = [];
    private double? _speechStart;
    private double _speechEnd;

    /// <summary>Samples so far.</summary>
    public int Length { get; private set; }

    /// <exception cref="Fault">The samples are no sound.</exception>
    public void Add(ReadOnlySpan<float> samples, PieceTiming timing)
    {
        var offset = (double)Length / sampleRate;
        _speechStart ??= timing.SpeechStart;
        _speechEnd = offset + timing.SpeechEnd;
        foreach (var word in timing.Words)
        {
            AddWord(new(word.Word, offset + word.Start, offset + word.End));
        }

        Append(samples);
    }

    /// <summary>Null: nothing was said.</summary>
    public Clip? ToClip(IReadOnlyList<UnreadToken> unread) =>
        _speechStart is not { } start
            ? null
            : new(_samples.AsMemory(0, Length), sampleRate, _words, ToSample(start), Math.Min(Length, ToSample(_speechEnd)), unread);

    /// <summary>A token that lies in two pieces is heard from its first sound to its last.</summary>
    private void AddWord(SpokenWord word)
    {
        if (_words.Count > 0 && _words[^1].Word == word.Word)
        {
            _words[^1] = _words[^1] with { End = word.End };
        }
        else
        {
            _words.Add(word);
        }
    }

    /// <summary>To 16 bits by truncation, as the reference does.</summary>
    private void Append(ReadOnlySpan<float> samples)
    {
        if (_samples.Length < Length + samples.Length)
        {
            Array.Resize(ref _samples, Math.Max(Length + samples.Length, 2 * _samples.Length));
        }

        var peak = 0f;
        foreach (var sample in samples)
        {
            // Written so that what is no number fails.
            peak = Math.Abs(sample) <= float.MaxValue ? Math.Max(peak, Math.Abs(sample)) : float.NaN;
            _samples[Length++] = (short)(FullScale * Math.Clamp(sample, -1, 1));
        }

        if (!(peak > 1 / FullScale))
        {
            throw new Fault(FaultCode.Internal, "The voice made no sound for a text that has one.");
        }
    }

    private int ToSample(double seconds) => (int)Math.Round(seconds * sampleRate);
}
