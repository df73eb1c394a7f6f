using FlamingHorse.Narration.Engine.Planning;

namespace FlamingHorse.Narration.Engine.Tests.Planning;

public class RetakeSelectionTests
{
    [Theory]
    [InlineData("Goal", "Goal", true)]
    [InlineData("goal", "GOAL", true)]
    [InlineData("Goal", "Real", false)]
    [InlineData("Goal", "Goals", false)]
    [InlineData("Goal", "Goa", false)]
    [InlineData("Goal", "oal", false)]
    [InlineData("*al", "Real", true)]
    [InlineData("Go*", "Real", false)]
    [InlineData("*", "Real", true)]
    [InlineData("Real*", "Real", true)]
    [InlineData("R**l", "Real", true)]
    [InlineData("*e*l*", "Real", true)]
    [InlineData("*a*e*", "Real", false)]
    [InlineData("*.a.*", "x.b.a.y", true)]
    [InlineData("*aab", "aaab", true)]
    [InlineData("Real;Goal", "Goal", true)]
    [InlineData("all", "Anything", true)]
    [InlineData("ALL", "Anything", true)]
    [InlineData("missing", "missing", false)]
    [InlineData("failed", "failed", false)]
    [InlineData(" ; ", "Anything", false)]
    public void A_pattern_matches_a_whole_id_in_which_a_star_stands_for_anything(string text, string id, bool named) =>
        new RetakeSelection(text).Names(id).ShouldBe(named);

    [Fact]
    public void Patterns_that_matched_nothing_are_kept_once_and_in_their_order()
    {
        var selection = new RetakeSelection("z; Goal; a*; Z; missing; all");

        selection.Names("Goal").ShouldBeTrue();

        selection.Unmatched.ShouldBe(["z", "a*"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";", true)]
    [InlineData("missing", false)]
    [InlineData("failed", false)]
    [InlineData("all", false)]
    [InlineData("Goal", false)]
    public void An_empty_pattern_selects_nothing(string text, bool isEmpty) => new RetakeSelection(text).IsEmpty.ShouldBe(isEmpty);

    [Fact]
    public void The_word_all_does_not_name_any_single_segment()
    {
        new RetakeSelection("all").NamesItself("Goal").ShouldBeFalse();
        new RetakeSelection("Goal").NamesItself("Goal").ShouldBeTrue();
        (new RetakeSelection("Missing").Missing, new RetakeSelection("Missing").Failed).ShouldBe((true, false));
        (new RetakeSelection("FAILED").Missing, new RetakeSelection("FAILED").Failed).ShouldBe((false, true));
    }
}
