using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class CuePlacementTests
{
    private const long Start = 2_400;
    private const long End = 98_400;

    [Fact]
    public void A_mark_at_the_start_falls_on_the_start_of_speech_and_one_at_the_end_on_its_end()
    {
        Place("<mark name='a'/>Rows and columns.<mark name='b'/>").ShouldBe([("a", Start), ("b", End)]);
    }

    [Fact]
    public void A_mark_between_equal_halves_falls_in_the_middle()
    {
        Place("row row <mark name='half'/>row row").ShouldBe([("half", (Start + End) / 2)]);
    }

    [Fact]
    public void Long_words_take_more_of_the_speech_than_short_ones()
    {
        var share = Share("multiplication <mark name='m'/>row");

        share.ShouldBeInRange(0.65, 0.85);
    }

    [Fact]
    public void The_word_after_a_full_stop_begins_after_the_pause()
    {
        Share("Row column. <mark name='m'/>Row column.").ShouldBeGreaterThan(0.55);
        Share("Row column <mark name='m'/>row column.").ShouldBe(0.5, 0.001);
    }

    [Fact]
    public void Marks_never_go_back_nor_leave_the_speech()
    {
        var marked = MarkedText.Parse(
            string.Concat("Edges, statements; changed axioms (3.14 of 1,999)? Yes! SVD…".Select((c, i) => $"<mark name='m{i}'/>{c}"))
        );

        var cues = CuePlacement.Place(marked, NormalizedText.Of(marked.Caption), "English", Start, End);

        cues.Count.ShouldBe(marked.Marks.Count);
        cues.Select(cue => cue.Sample).ShouldBeInOrder(SortDirection.Ascending);
        cues.Where(cue => cue.Sample is < Start or > End).ShouldBeEmpty();
    }

    [Fact]
    public void A_mark_after_words_that_are_said_differently_stays_with_its_word()
    {
        var marked = MarkedText.Parse("C_ij is the sum over the <mark name='row'/>row.");
        const string spoken = "C i j is the sum over the row.";

        var before = DurationShare(spoken, spoken.IndexOf("row", StringComparison.Ordinal));

        Share(marked, spoken).ShouldBe(before, 0.001);
    }

    [Theory]
    [InlineData("Take the <mark name='m'/>row, then C_ij is its sum.", "Take the row, then C i j is its sum.", "row")]
    [InlineData("Take the row, then <mark name='m'/>C_ij is its sum.", "Take the row, then C i j is its sum.", "C i j")]
    [InlineData("Take the row, <mark name='m'/>then C_ij.", "Take the row, then C i j!", "then")]
    public void A_mark_before_words_that_are_said_differently_stays_with_its_word(string text, string spoken, string word)
    {
        var expected = DurationShare(spoken, spoken.IndexOf(word, StringComparison.Ordinal));

        Share(MarkedText.Parse(text), spoken).ShouldBe(expected, 0.001);
    }

    [Fact]
    public void A_mark_within_words_that_are_said_differently_falls_within_those_words()
    {
        var marked = MarkedText.Parse("So x^2 <mark name='m'/>+ y^2 is large.");
        const string spoken = "So x squared plus y squared is large.";

        Share(marked, spoken)
            .ShouldBeInRange(DurationShare(spoken, 3), DurationShare(spoken, spoken.IndexOf(" is", StringComparison.Ordinal)));
    }

    [Fact]
    public void White_space_in_the_caption_does_not_move_a_mark()
    {
        Place("row  \r\n row   <mark name='m'/>row row").ShouldBe(Place("row row <mark name='m'/>row row"));
    }

    [Fact]
    public void If_the_speech_has_no_length_all_marks_fall_on_its_start()
    {
        CuePlacement.Place(MarkedText.Parse("… <mark name='m'/>…"), "… …", "English", 100, 100).ShouldBe([("m", 100L)]);
    }

    private static IReadOnlyList<(string Name, long Sample)> Place(string text)
    {
        var marked = MarkedText.Parse(text);
        return CuePlacement.Place(marked, NormalizedText.Of(marked.Caption), "English", Start, End);
    }

    private static double Share(string text) => Share(MarkedText.Parse(text), NormalizedText.Of(MarkedText.Parse(text).Caption));

    private static double Share(MarkedText marked, string spoken) =>
        (CuePlacement.Place(marked, spoken, "English", Start, End).Single().Sample - Start) / (double)(End - Start);

    private static double DurationShare(string spoken, int offset) =>
        Share(MarkedText.Parse(spoken.Insert(offset, "<mark name='m'/>")), spoken);
}
