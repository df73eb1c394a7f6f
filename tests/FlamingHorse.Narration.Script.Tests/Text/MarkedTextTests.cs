using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

public class MarkedTextTests
{
    [Theory]
    [InlineData("<mark name='row'/>")]
    [InlineData("<mark name=\"row\"/>")]
    [InlineData("<mark name='row' />")]
    [InlineData("<mark\n  name = 'row'\n/>")]
    [InlineData("<mark name='row'></mark>")]
    [InlineData("<bookmark mark='row'/>")]
    [InlineData("<bookmark mark=\"row\" />")]
    public void A_mark_leaves_no_trace_in_the_caption(string mark)
    {
        var marked = MarkedText.Parse($"Take a {mark}row, then a column.");

        marked.Problem.ShouldBeNull();
        marked.Caption.ShouldBe("Take a row, then a column.");
        marked.Marks.ShouldBe([new TextMark("row", 7)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a < b")]
    [InlineData("a <b> c </b>")]
    [InlineData("x<y and y>z, so <")]
    [InlineData("<market name='x'/> <marks/> <bookmarks/>")]
    [InlineData("  two  spaces \r\n and a line end\t")]
    [InlineData("--> </script> */ { } \" ' \\ %25 $(x) @(y)")]
    public void Text_without_a_mark_stays_exactly_as_it_is(string text)
    {
        var marked = MarkedText.Parse(text);

        marked.Caption.ShouldBe(text);
        marked.Marks.ShouldBeEmpty();
        marked.Problem.ShouldBeNull();
    }

    [Fact]
    public void Marks_keep_their_order_and_their_places()
    {
        var marked = MarkedText.Parse("<mark name='start'/>Rows <mark name='and'/><mark name='too'/>and columns<mark name='end'/>");

        marked.Caption.ShouldBe("Rows and columns");
        marked.Marks.ShouldBe([new("start", 0), new("and", 5), new("too", 5), new("end", 16)]);
    }

    [Fact]
    public void Of_two_spaces_around_a_removed_mark_one_stays()
    {
        MarkedText.Parse("a <mark name='x'/> b").Caption.ShouldBe("a b");
    }

    [Theory]
    [InlineData("a <mark/> b", "<mark/>")]
    [InlineData("a <mark> b", "<mark>")]
    [InlineData("a <mark name='row'> b", "<mark name='row'>")]
    [InlineData("a <mark name='row/> b", "<mark name='row/>")]
    [InlineData("a <mark name=row/> b", "<mark name=row/>")]
    [InlineData("a <mark mark='row'/> b", "<mark mark='row'/>")]
    [InlineData("a <bookmark name='row'/> b", "<bookmark name='row'/>")]
    [InlineData("a <mark name='row' name='r'/> b", "<mark name='row' name='r'/>")]
    [InlineData("a <Mark name='row'/> b", "<Mark name='row'/>")]
    [InlineData("a <mark", "<mark")]
    [InlineData("a <mark ", "<mark ")]
    [InlineData("a <mark name", "<mark name")]
    [InlineData("a <mark name=", "<mark name=")]
    [InlineData("a <mark name='", "<mark name='")]
    [InlineData("a <mark name='row'", "<mark name='row'")]
    [InlineData("a <mark name='row'/", "<mark name='row'/")]
    public void A_malformed_mark_is_a_problem_that_shows_it(string text, string shown)
    {
        var marked = MarkedText.Parse(text);

        marked.Problem.ShouldNotBeNull().ShouldContain(shown);
        marked.Problem.ShouldContain("Write <mark name='row'/>");
        marked.Caption.ShouldBe(text);
    }

    [Theory]
    [InlineData("row", "row")]
    [InlineData("row", "Row")]
    [InlineData("the-row", "the row")]
    public void Two_marks_that_become_one_name_are_a_problem(string first, string second)
    {
        MarkedText.Parse($"a <mark name='{first}'/>b <mark name='{second}'/>c").Problem.ShouldNotBeNull().ShouldContain("twice");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    public void A_name_that_cannot_become_an_identifier_is_a_problem(string name)
    {
        MarkedText.Parse($"a <mark name='{name}'/>b").Problem.ShouldNotBeNull().ShouldContain("letter or digit");
    }
}
