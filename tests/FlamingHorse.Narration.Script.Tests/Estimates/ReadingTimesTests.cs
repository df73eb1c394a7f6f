using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Marks and words of texts with formulas that were read; each spoken word begins every half second and lasts 300 ms.</summary>
public class ReadingTimesTests
{
    private const int Rate = 24_000;

    private static readonly SegmentReading Square = Read("See <mark name='a'/>$x^2$ <mark name='b'/>now<mark name='c'/>");

    [Fact]
    public void A_mark_beside_a_formula_falls_on_the_word_that_is_spoken_behind_it()
    {
        Place(Square, Square.Spoken, areMeasured: true)
            .ShouldBe([new("a", 12_000, false), new("b", 36_000, false), new("c", 43_200, false)]);
    }

    [Fact]
    public void Estimated_words_make_estimated_cues()
    {
        Place(Square, Square.Spoken, areMeasured: false).ShouldBe([new("a", 12_000, true), new("b", 36_000, true), new("c", 43_200, true)]);
    }

    [Fact]
    public void Where_no_word_is_known_cues_are_shared_out_within_the_speech()
    {
        var cues = CuePlacement.Place(Square, Square.Spoken, "English", (1_000, 9_000), [], areMeasured: true, Rate);

        cues.Select(cue => (cue.Name, cue.IsEstimated)).ShouldBe([("a", true), ("b", true), ("c", true)]);
        cues[0].Sample.ShouldBeInRange(2_000, 5_000);
        cues[1].Sample.ShouldBeInRange(5_500, 8_000);
        cues[2].Sample.ShouldBe(9_000);
    }

    [Fact]
    public void A_take_that_says_something_else_is_placed_by_its_letters()
    {
        var cues = CuePlacement.Place(Square, "See the square now", "English", (0, 0), Spoken(4), areMeasured: true, Rate);

        cues.Select(cue => cue.Name).ShouldBe(["a", "b", "c"]);
        cues[0].Sample.ShouldBe(12_000);
        cues[^1].Sample.ShouldBe(43_200);
    }

    [Fact]
    public void A_text_without_marks_has_no_cues()
    {
        Place(Read("See $x^2$."), "See x squared.", areMeasured: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_part_of_a_formula_lasts_as_long_as_the_words_that_say_it()
    {
        MeasuredTimes
            .OfCaption(Square, Square.Spoken, Spoken(4))
            .ShouldBe([new(0, 3, 0, 30, true), new(4, 2, 50, 130, true), new(7, 3, 150, 180, true)]);
    }

    [Fact]
    public void A_part_that_is_read_earlier_than_it_is_shown_never_goes_back()
    {
        var reading = Read(@"So $\frac{a}{b}$ is");
        var times = MeasuredTimes.OfCaption(reading, reading.Spoken, Spoken(reading.Spoken.Split(' ').Length));

        times.Zip(times.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
        times.ShouldAllBe(time => time.IsExact);
        times[0].ShouldBe(new CaptionWordTime(0, 2, 0, 30, true));
    }

    [Fact]
    public void A_take_that_says_something_else_shares_its_times_out()
    {
        var times = MeasuredTimes.OfCaption(Square, "See the square now", Spoken(4));

        times[0].ShouldBe(new CaptionWordTime(0, 3, 0, 30, true));
        times[^1].ShouldBe(new CaptionWordTime(7, 3, 150, 180, true));
        times[1].Start.ShouldBe(50);
    }

    private static IReadOnlyList<PlacedCue> Place(SegmentReading reading, string spoken, bool areMeasured) =>
        CuePlacement.Place(reading, spoken, "English", (0, 48_000), Spoken(spoken.Split(' ').Length), areMeasured, Rate);

    private static TimedWord[] Spoken(int count) =>
        [.. Enumerable.Range(0, count).Select(token => new TimedWord(token, token * 50, (token * 50) + 30))];

    private static SegmentReading Read(string text) =>
        SegmentReading.Of(
            new()
            {
                Id = "Intro.Goal",
                Text = text,
                Place = new("Lesson.csproj", 1, 1),
                Origin = SegmentOrigin.Item,
            },
            Lexicon.Empty,
            FormulaRules.Default,
            "English"
        );
}
