using System.Numerics.Tensors;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>The pieces of a clip, one after the other without an extra pause.</summary>
/// <param name="sampleRate">Hz.</param>
/// <param name="expectedSamples">A guess.</param>
internal sealed class Recording(int sampleRate, int expectedSamples) : IDisposable
{
    /// <summary>One step of 16 bits.</summary>
    private const float LeastPeak = 1f / 32767;

    private readonly WavFile _file = new(sampleRate, expectedSamples);
    private readonly List<SpokenWord> _words = [];
    private double? _speechStart;
    private bool _isClip;
    private double _speechEnd;

    /// <summary>Samples so far.</summary>
    public int Length => _file.Length;

    /// <exception cref="Fault">The samples are not valid sound.</exception>
    public void Add(ReadOnlySpan<float> samples, PieceTiming timing)
    {
        var peak = Math.Abs(TensorPrimitives.MaxMagnitude(samples)); // no number if one of them is none
        if (!(peak is > LeastPeak and <= float.MaxValue))
        {
            throw new Fault(FaultCode.Internal, "The voice made no sound for a text that has one.");
        }

        var offset = (double)Length / sampleRate;
        _speechStart ??= timing.SpeechStart;
        _speechEnd = offset + timing.SpeechEnd;
        foreach (var word in timing.Words)
        {
            AddWord(new(word.Word, offset + word.Start, offset + word.End));
        }

        _file.Append(samples);
    }

    /// <summary>The clip, which the file now belongs to. Null: nothing was said.</summary>
    public Clip? ToClip(IReadOnlyList<UnreadToken> unread)
    {
        if (_speechStart is not { } start)
        {
            return null;
        }

        _isClip = true;
        return new(_file.Finish(), sampleRate, _words, ToSample(start), Math.Min(Length, ToSample(_speechEnd)), unread);
    }

    public void Dispose()
    {
        if (!_isClip)
        {
            _file.Dispose();
        }
    }

    /// <summary>A token that spans two pieces lasts from its first sound to its last.</summary>
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

    private int ToSample(double seconds) => (int)Math.Round(seconds * sampleRate);
}
