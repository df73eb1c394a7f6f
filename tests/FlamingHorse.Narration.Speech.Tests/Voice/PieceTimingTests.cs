using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class PieceTimingTests
{
    private static readonly Alphabet _alphabet = Alphabet.Parse(File.ReadAllBytes(Path.Combine(TestData.VoiceFolder, "vocab.json")));

    /// <summary>"ɐ nˈOd." with the reference's durations: steps of 25 ms.</summary>
    private static readonly Piece _node = new("ɐ nˈOd.", [new(0, 0, 1), new(1, 2, 6)]);

    private static readonly float[] _durations = [12, 2, 2, 2, 5, 4, 11, 7, 1];

    [Fact]
    public void A_word_lasts_from_its_first_id_to_the_space_after_it_less_70_ms()
    {
        var timing = Of(_node, _durations, 1);

        timing.Words[0].Start.ShouldBe(0.300 - 0.070, 1e-9);
        timing.Words[0].End.ShouldBe(0.350 - 0.070, 1e-9);
        timing.Words[1].Start.ShouldBe(0.400 - 0.070, 1e-9);
    }

    [Fact]
    public void Before_a_pause_a_word_ends_110_ms_after_the_start_of_its_last_sound()
    {
        Of(_node, _durations, 1).Words[1].End.ShouldBe(27 * 0.025 + 0.110, 1e-9);
    }

    [Fact]
    public void At_the_end_without_a_mark_too()
    {
        Of(new("ɐ nˈOd", _node.Words), [12, 2, 2, 2, 5, 4, 11, 8], 1).Words[1].End.ShouldBe(27 * 0.025 + 0.110, 1e-9);
    }

    [Fact]
    public void A_short_last_sound_ends_where_its_mark_begins()
    {
        Of(_node, [12, 2, 2, 2, 5, 4, 2, 7, 1], 1).Words[1].End.ShouldBe(29 * 0.025 - 0.070, 1e-9);
    }

    [Fact]
    public void Speech_frames_the_first_and_the_last_sound()
    {
        var timing = Of(_node, _durations, 1);

        timing.SpeechStart.ShouldBe(0.300 - 0.120, 1e-9);
        timing.SpeechEnd.ShouldBe(27 * 0.025 + 0.110, 1e-9);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(2.0)]
    public void The_offsets_shrink_with_the_speed(double speed)
    {
        var timing = Of(_node, _durations, speed);

        timing.SpeechStart.ShouldBe(Math.Max(0, 0.300 - 0.120 / speed), 1e-9);
        timing.Words[0].Start.ShouldBe(0.300 - 0.070 / speed, 1e-9);
        timing.Words[1].End.ShouldBe(27 * 0.025 + 0.110 / speed, 1e-9);
    }

    [Fact]
    public void A_stress_mark_belongs_to_its_word()
    {
        Of(new("ˈA.", [new(0, 0, 2)]), [12, 5, 4, 7, 1], 1).Words[0].Start.ShouldBe(0.300 - 0.070, 1e-9);
    }

    [Fact]
    public void Words_never_lie_outside_the_speech()
    {
        foreach (var item in ReferenceItem.All)
        {
            foreach (var speed in new[] { 0.5, 1, 2 })
            {
                var timing = Of(item.Piece, [.. item.Durations.Select(steps => (float)steps)], speed);
                var last = timing.SpeechStart;
                foreach (var word in timing.Words)
                {
                    word.Start.ShouldBeGreaterThanOrEqualTo(last);
                    word.End.ShouldBeGreaterThan(word.Start);
                    last = word.End;
                }

                last.ShouldBeLessThanOrEqualTo(timing.SpeechEnd);
            }
        }
    }

    [Fact]
    public void A_piece_of_marks_only_has_no_timing()
    {
        PieceTiming.Of(new("…", []), _alphabet.Encode("…"), [10, 5, 5], 1).ShouldBeNull();
    }

    private static PieceTiming Of(Piece piece, float[] durations, double speed) =>
        PieceTiming.Of(piece, _alphabet.Encode(piece.Phonemes), durations, speed)!;
}
