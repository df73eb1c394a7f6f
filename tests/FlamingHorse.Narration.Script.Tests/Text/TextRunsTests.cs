using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

public class TextRunsTests
{
    [Fact]
    public void A_character_stands_behind_the_nearest_one_whose_place_was_told()
    {
        var runs = new TextRuns();
        runs.Add(2, 7, 20);
        runs.Add(5, 7, 24); // behind an escape
        runs.Add(8, 8, 4);

        runs.Find(1).ShouldBeNull();
        runs.Find(2).ShouldBe((7, 20));
        runs.Find(4).ShouldBe((7, 22));
        runs.Find(5).ShouldBe((7, 24));
        runs.Find(9).ShouldBe((8, 5));
        runs.Count.ShouldBe(3);
    }

    [Fact]
    public void Neighbours_in_the_file_are_one_run_and_a_second_place_replaces_the_first()
    {
        var runs = new TextRuns();
        runs.Add(0, 1, 10);
        runs.Add(3, 1, 13); // three characters on: told already
        runs.Add(3, 2, 13); // another line with that column
        runs.Add(3, 2, 15);

        runs.ShouldBe([new TextRun(0, 1, 10), new TextRun(3, 2, 15)]);
    }

    [Fact]
    public void Runs_of_a_joined_text_follow_at_its_beginning()
    {
        var first = new TextRuns();
        first.Add(0, 1, 5);
        var second = new TextRuns();
        second.Add(0, 2, 9);
        second.Add(4, 3, 1);

        first.Append(second, 10);

        first.ShouldBe([new TextRun(0, 1, 5), new TextRun(10, 2, 9), new TextRun(14, 3, 1)]);
    }

    [Fact]
    public void Equal_runs_are_equal()
    {
        var (one, same, other) = (new TextRuns(), new TextRuns(), new TextRuns());
        one.Add(0, 1, 5);
        same.Add(0, 1, 5);
        other.Add(0, 1, 6);

        one.Equals(same).ShouldBeTrue();
        one.Equals(other).ShouldBeFalse();
        one.Equals(null).ShouldBeFalse();
        one.GetHashCode().ShouldBe(same.GetHashCode());
    }
}
