using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Voice.Sound;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>A loaded voice. Speaks on several threads at once; a clip's bytes don't depend on what else is spoken.</summary>
internal sealed class Speaker(VoiceNetwork network, Alphabet alphabet, IReader reader, int sampleRate)
{
    public const double LeastSpeed = 0.5;
    public const double MostSpeed = 2;

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
        var recording = new Recording(SampleRate);
        var vocoder = new Vocoder(SampleRate);
        var noise = request.Seed is { } seed ? new NoiseGenerator(seed) : null;
        foreach (var piece in text.Pieces)
        {
            cancellation.ThrowIfCancellationRequested();
            Say(piece, request.Speed, recording, vocoder, noise, cancellation);
            spoken(recording.Length);
        }

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
                recording.Add(vocoder.Render(outputs, noise, recording.Length / HopGrid.Hop), timing!);
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
                : $"The text has nothing to say: there is no reading for '{string.Join(' ', unread.Select(token => token.Text))}'.",
            "Give the words to be spoken, or a lexicon line for what has no reading."
        );
}
