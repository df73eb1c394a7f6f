using FlamingHorse.Narration.Speech.Hearing;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary>Whether the words of a transcript account for all the speech in a sound, which is a tone of 220 Hz here.</summary>
public sealed class UnwrittenSpeechTests
{
    private static readonly int[] _sounds = [4, 2, 5, 3, 4];

    [Fact]
    public void Words_of_their_usual_length_account_for_all_the_speech() => Find([0.4, 0.2, 0.5, 0.3, 0.4], pause: 0.05).ShouldBeNull();

    [Fact]
    public void A_word_that_ends_late_hides_speech_and_is_where_to_listen_again()
    {
        var (word, time) = Find([0.4, 0.2, 0.5, 0.3 + 0.5, 0.4], pause: 0.05).ShouldNotBeNull();
        word.ShouldBe(3);
        time.ShouldBe(0.1 + 1.1 + (2 * 0.05), tolerance: 0.03);
    }

    [Fact]
    public void A_pause_does_not_count_as_speech() => Find([0.4, 0.2, 0.5, 0.3, 0.4], pause: 0.6).ShouldBeNull();

    [Fact]
    public void Few_words_or_words_without_a_reading_give_no_result()
    {
        Find([0.4, 0.2, 2]).ShouldBeNull();
        UnwrittenSpeech.Find(Sound([0.4, 0.2, 0.5, 2, 0.4], 0), Words([0.4, 0.2, 0.5, 2, 0.4], 0), []).ShouldBeNull();
        UnwrittenSpeech.Find(new HeardSound(new float[32000]), Words([0.4, 0.2, 0.5, 0.3, 0.4], 0), _sounds).ShouldBeNull();
    }

    private static (int Word, double Time)? Find(double[] lengths, double pause = 0) =>
        UnwrittenSpeech.Find(Sound(lengths, pause), Words(lengths, pause), _sounds[..lengths.Length]);

    /// <summary>Silence of 0.1 s, then each word and its pause.</summary>
    private static HeardSound Sound(double[] lengths, double pause) =>
        new([
            .. Silence(0.1),
            .. lengths.SelectMany(length =>
                Enumerable
                    .Range(0, Samples(length))
                    .Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 220 * i / HeardSound.SampleRate))
                    .Concat(Silence(pause))
            ),
        ]);

    private static List<TimedWord> Words(double[] lengths, double pause) =>
        [.. lengths.Select((_, i) => new TimedWord("word", 0.1 + lengths.Take(i + 1).Sum() + (i * pause)))];

    private static float[] Silence(double seconds) => new float[Samples(seconds)];

    private static int Samples(double seconds) => (int)Math.Round(seconds * HeardSound.SampleRate);
}
