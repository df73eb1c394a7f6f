using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class SpokenPausesTests
{
    private static readonly SpokenPause[] _pauses = [new(0, 100), new(1, 20), new(3, 3)];

    [Fact]
    public void Pauses_lie_before_the_first_word_between_words_and_after_the_last()
    {
        Milliseconds(SpokenPauses.Total(_pauses)).ShouldBe(123);
        Milliseconds(SpokenPauses.Before(_pauses)).ShouldBe(100);
        Milliseconds(SpokenPauses.After(_pauses, "one two three")).ShouldBe(3);
        Milliseconds(SpokenPauses.After(_pauses, "one two three four")).ShouldBe(0);
        Milliseconds(SpokenPauses.After(_pauses, "one")).ShouldBe(23);
    }

    [Fact]
    public void A_pause_of_a_text_without_words_lies_before_them() =>
        (Milliseconds(SpokenPauses.Before([new(0, 5)])), Milliseconds(SpokenPauses.After([new(0, 5)], ""))).ShouldBe((5, 0));

    [Fact]
    public void A_text_without_pauses_has_none() =>
        (SpokenPauses.Total([]), SpokenPauses.Before([]), SpokenPauses.After([], "one")).ShouldBe(default);

    [Fact]
    public void Neighbours_add_up_in_the_order_of_the_words() =>
        SpokenPauses.Merge([(2, 5), (0, 1), (2, 6)]).ShouldBe([new SpokenPause(0, 1), new SpokenPause(2, 11)]);

    private static double Milliseconds(TimeSpan pause) => pause.TotalMilliseconds;
}
