using System.Collections.Concurrent;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Voice.Sound;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>A loaded voice. Speaks on several threads at once; a clip's bytes don't depend on what else is spoken.</summary>
internal sealed class Speaker(VoiceNetwork network, Alphabet alphabet, IReader reader, int sampleRate)
{
    public const double LeastSpeed = 0.5;
    public const double MostSpeed = 2;

    /// <summary>A little more than usual, spaces and pauses counted.</summary>
    private const double SecondsOfPhoneme = 0.075;

    /// <summary>Those that no thread uses just now.</summary>
    private readonly ConcurrentBag<Vocoder> _vocoders = [];

    /// <summary>Text as phonemes, without a sound.</summary>
    public IReader Reader { get; } = reader;

    public int SampleRate { get; } = sampleRate;

    /// <param name="request">What to say.</param>
    /// <param name="spoken">Hears how many samples there are, after each piece.</param>
    /// <param name="cancellation">Ends it soon.</param>
    /// <exception cref="Fault">The text cannot be spoken.</exception>
    /// <exception cref="OperationCanceledException"/>
    public Clip Speak(SpeakRequest request, Action<int> spoken, CancellationToken cancellation)
    {
        if (!(request.Speed is >= LeastSpeed and <= MostSpeed))
        {
            throw new Fault(
                FaultCode.BadInput,
                FormattableString.Invariant($"Speed {request.Speed} is outside {LeastSpeed} to {MostSpeed}.")
            );
        }

        var text = Reader.Read(request.Text, request.Say);
        var phonemes = text.Pieces.Sum(piece => piece.Phonemes.Length);
        using var recording = new Recording(SampleRate, (int)(phonemes * SecondsOfPhoneme * SampleRate / request.Speed));
        var vocoder = _vocoders.TryTake(out var idle) ? idle : new Vocoder(SampleRate);
        var noise = request.Seed is { } seed ? new NoiseGenerator(seed) : null;
        foreach (var piece in text.Pieces)
        {
            cancellation.ThrowIfCancellationRequested();
            Say(piece, request.Speed, recording, vocoder, noise, cancellation);
            spoken(recording.Length);
        }

        _vocoders.Add(vocoder); // not after a fault: it may hold half of a piece
        return recording.ToClip(text.Unread) ?? throw Silence(text.Unread);
    }

    private void Say(Piece piece, double speed, Recording recording, Vocoder vocoder, NoiseGenerator? noise, CancellationToken cancellation)
    {
        var ids = alphabet.Encode(piece.Phonemes);
        if (!ids.Any(Alphabet.IsSounding))
        {
            return;
        }

        network.Run(
            ids,
            speed,
            (durations, outputs) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var timing = PieceTiming.Of(piece, ids, durations, speed);
                recording.Add(vocoder.Render(outputs, noise, recording.Length / HopWindow.Hop), timing!);
                return true;
            },
            cancellation
        );
    }

    private static Fault Silence(IReadOnlyList<UnreadToken> unread) =>
        new(
            FaultCode.NoAudio,
            unread.Count == 0
                ? "The text has nothing to say."
                : $"The text has nothing to say: there is no pronunciation for '{string.Join(' ', unread.Select(token => token.Text))}'.",
            "Write words that can be spoken, or a lexicon line for what has no pronunciation."
        );
}
