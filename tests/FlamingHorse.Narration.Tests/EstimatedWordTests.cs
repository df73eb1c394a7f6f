namespace FlamingHorse.Narration.Tests;

/// <summary>How a speech is shared out among its words where nobody measured them.</summary>
public class EstimatedWordTests
{
    [Fact]
    public void Words_share_the_speech_by_syllables_and_a_pause_follows_a_comma()
    {
        // One syllable each; the comma's pause is one syllable long: three shares of 0.5 s.
        Times("ten, six", from: 12_000, to: 48_000).ShouldBe([(0.5, 1), (1.5, 2)]);
    }

    [Fact]
    public void The_pause_after_the_last_word_belongs_to_it() => Times("ten six.", from: 0, to: 96_000).ShouldBe([(0, 1), (1, 4)]);

    [Fact]
    public void A_token_without_a_sound_takes_only_the_time_of_its_pause() =>
        Times("ten — six", from: 0, to: 72_000).ShouldBe([(0, 1), (1, 1), (2, 3)]);

    [Fact]
    public void Without_bounds_of_speech_words_share_the_whole_clip() => Times("ten six", from: 0, to: 0).ShouldBe([(0, 2), (2, 4)]);

    [Fact]
    public void A_text_without_any_sound_or_pause_stands_at_the_start_of_the_speech() =>
        Times("( )", from: 24_000, to: 48_000).ShouldBe([(1, 1), (1, 1)]);

    /// <summary>Seconds at which each word begins and ends, in a clip of four seconds.</summary>
    private static IEnumerable<(double Start, double End)> Times(string spoken, long from, long to) =>
        NarrationSegment
            .Create("a", spoken, spoken, 96_000, 24_000, from, to, false, false, "a.wav", "narrator", "heart", "00ff", cues: null)
            .Words.Select(word => (Math.Round(word.Start.TotalSeconds, 6), Math.Round(word.End.TotalSeconds, 6)));
}
