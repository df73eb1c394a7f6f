using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

public sealed class PauseTests
{
    [Theory]
    [InlineData("400ms", 400)]
    [InlineData("1s", 1000)]
    [InlineData("1.5s", 1500)]
    [InlineData("0.01s", 10)]
    [InlineData("10s", 10_000)]
    public void A_break_is_a_pause_and_not_text(string time, int milliseconds)
    {
        var text = MarkedText.Parse($"First. <break time='{time}'/> Then.");
        text.Caption.ShouldBe("First. Then.");
        text.Pauses.ShouldHaveSingleItem().Milliseconds.ShouldBe(milliseconds);
        text.InWritten(text.Caption.IndexOf("Then", StringComparison.Ordinal)).ShouldBe($"First. <break time='{time}'/> ".Length);
    }

    [Theory]
    [InlineData("<break/>")]
    [InlineData("<break time='soon'/>")]
    [InlineData("<break time='9ms'/>")]
    [InlineData("<break time='11s'/>")]
    [InlineData("<break time='-1s'/>")]
    [InlineData("<break time='1s' time='1s'/>")]
    [InlineData("<break strength='weak'/>")]
    [InlineData("<Break time='1s'/>")]
    public void A_time_that_cannot_be_read_is_an_error_at_its_place(string wrong)
    {
        var text = MarkedText.Parse($"First. {wrong} Then.");
        text.Pauses.ShouldBeEmpty();
        text.WrongBreaks.ShouldHaveSingleItem().Offset.ShouldBe(7);
        Check($"First. {wrong} Then.").ShouldHaveSingleItem().Kind.ShouldBe(ScriptFindings.InvalidBreak);
    }

    [Theory]
    [InlineData("A <mark name='x'/> b", "A b")]
    [InlineData("A <mark name='x'/>b", "A b")]
    [InlineData("A<mark name='x'/> b", "A b")]
    [InlineData("A<mark name='x'/>b", "Ab")]
    [InlineData("A<break time='1s'/>b", "A b")]
    [InlineData("A <break time='1s'/> <mark name='x'/> b", "A b")]
    public void Of_two_spaces_around_an_element_one_stays(string text, string caption) => MarkedText.Parse(text).Caption.ShouldBe(caption);

    [Theory]
    [InlineData("<break time='1s'/>One two. <break time='100ms'/> Three.", "One two. Three.", "0:1000 2:100")]
    [InlineData("One. <break time='1s'/> <break time='500ms'/> Two. <break time='200ms'/>", "One. Two.", "1:1500 2:200")]
    [InlineData("So $x^2$ <break time='300ms'/> is <mark name='m'/> four.", "So x squared is four.", "3:300")]
    public void Pauses_stand_between_the_words_that_are_spoken(string text, string spoken, string pauses)
    {
        var reading = Read(text);
        reading.Spoken.ShouldBe(spoken);
        string.Join(' ', reading.Pauses.Select(pause => $"{pause.Token}:{pause.Milliseconds}")).ShouldBe(pauses);
    }

    [Fact]
    public void A_mark_after_a_pause_beside_a_formula_falls_on_its_word()
    {
        var reading = Read("So $x^2$ <break time='300ms'/> is <mark name='m'/> four.");
        reading.FindSpokenMarks().ShouldBe(["So x squared is ".Length]);
    }

    [Fact]
    public void A_break_within_a_formula_is_an_error_at_its_place()
    {
        const string text = "So $x <break time='1s'/> + y$ it is.";
        Check(text).ShouldHaveSingleItem().Kind.ShouldBe(ScriptFindings.InvalidBreak);
    }

    [Theory]
    [InlineData("A <prosody rate='slow'>slow</prosody> word.", 2)]
    [InlineData("A <say-as interpret-as='date'>1.1.</say-as> word.", 2)]
    [InlineData("Is a <b and c> d? A list<string> and a <sub without end.", 0)]
    public void Other_elements_of_SSML_are_reported_and_any_other_bracket_is_text(string text, int warnings)
    {
        MarkedText.Parse(text).Caption.ShouldBe(text);
        Check(text).Count(finding => finding.Kind == ScriptFindings.OtherMarkup).ShouldBe(warnings);
    }

    private static SegmentReading Read(string text) => SegmentReading.Of(Segment(text), Lexicon.Empty, FormulaRules.Default, "English");

    private static IReadOnlyList<Finding> Check(string text) => ScriptChecks.Check([Segment(text)]);

    private static ScriptSegment Segment(string text) =>
        new()
        {
            Id = "Intro.A",
            Text = text,
            Place = new("Intro.cs", 3, 5),
            Origin = SegmentOrigin.CSharp,
            Member = "Lesson.Intro.A",
        };
}
