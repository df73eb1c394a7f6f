using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class ScriptSegmentTests
{
    private static readonly SourcePlace _whole = new("a.cs", 3, 5, 3, 40);

    [Theory]
    [InlineData("Lesson.Scenes.Intro.Welcome", "Lesson.Scenes.Intro")]
    [InlineData("Welcome", "")]
    [InlineData(null, null)]
    public void The_type_of_a_member_is_what_stands_before_it(string? member, string? type) =>
        (Segment() with { Member = member }).Type.ShouldBe(type);

    [Theory]
    [InlineData(0, 3, 3, 10, 3, 13)]
    [InlineData(2, 0, 3, 12, 3, 13)] // nothing is a place of one character
    [InlineData(2, 1, 3, 12, 3, 13)]
    [InlineData(3, 4, 3, 13, 4, 3)] // over the end of a line
    public void A_part_stands_where_its_characters_do(int offset, int length, int line, int column, int endLine, int endColumn)
    {
        var runs = new TextRuns();
        runs.Add(0, 3, 10);
        runs.Add(5, 4, 1);

        (Segment() with { Runs = runs }).PlaceOf(offset, length).ShouldBe(new SourcePlace("a.cs", line, column, endLine, endColumn));
    }

    [Fact]
    public void A_part_stands_where_the_segment_does_if_the_places_of_its_characters_are_unknown() =>
        Segment().PlaceOf(2, 3).ShouldBe(_whole);

    private static ScriptSegment Segment() =>
        new()
        {
            Id = "A",
            Text = "A text.",
            Place = _whole,
            Origin = SegmentOrigin.CSharp,
        };
}
