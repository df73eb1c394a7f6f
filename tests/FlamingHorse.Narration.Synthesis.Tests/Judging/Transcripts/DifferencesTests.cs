using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging.Transcripts;

public sealed class DifferencesTests
{
    [Theory]
    [InlineData("Each entry sums the products.", "each entry sums the products")]
    [InlineData("Use the data base.", "Use the database.")]
    [InlineData("", "")]
    public void What_says_the_same_has_no_difference(string text, string transcript) =>
        Differences.Find(text, transcript, "English").ShouldBeEmpty();

    [Theory]
    [InlineData("It stands in a tag here.", "It stands an attack here.", "in a tag", "an attack", 2, 5, 2, 4)]
    [InlineData("Sum the products of a row.", "Sum the products of a.", "row", "", 5, 6, 5, 5)]
    [InlineData("Sum a row.", "Sum a row Thank you", "", "thank you", 3, 3, 3, 5)]
    [InlineData("Sum a row.", "Oh, sum a row.", "", "oh", 0, 0, 0, 1)]
    [InlineData("One red row and two.", "One green row or two.", "red row and", "green row or", 1, 4, 1, 4)]
    [InlineData("It is two-thirds now.", "It is two birds now.", "two thirds", "two birds", 2, 3, 2, 4)]
    [InlineData("a b", "", "a b", "", 0, 2, 0, 0)]
    public void A_difference_is_a_run_of_whole_tokens(
        string text,
        string transcript,
        string said,
        string heard,
        int saidStart,
        int saidEnd,
        int heardStart,
        int heardEnd
    )
    {
        var difference = Differences.Find(text, transcript, "English").ShouldHaveSingleItem();
        (difference.SaidWords, difference.HeardWords).ShouldBe((said, heard));
        difference.Said.ShouldBe(new TokenRange(saidStart, saidEnd));
        difference.Heard.ShouldBe(new TokenRange(heardStart, heardEnd));
    }

    [Fact]
    public void Runs_with_two_equal_words_between_them_are_two() =>
        Differences.Find("One red row and two.", "Four red row or two.", "English").Select(run => run.SaidWords).ShouldBe(["one", "and"]);

    [Theory]
    [InlineData("a b c d", "a b c", true, false, true)]
    [InlineData("a b c d", "a c d", true, false, false)]
    [InlineData("a b c d", "a b b c d", false, true, false)]
    [InlineData("a b c d", "a x c d", false, false, false)]
    [InlineData("a b c d", "a b c x", false, false, true)]
    [InlineData("a b c d", "a b c d d", false, true, true)]
    public void A_difference_knows_whether_words_were_only_lost_or_added_and_whether_it_is_the_end(
        string text,
        string transcript,
        bool isOnlyLost,
        bool isOnlyAdded,
        bool isAtEnd
    )
    {
        var run = Differences.Find(text, transcript, "English").ShouldHaveSingleItem();
        (run.IsOnlyLost, run.IsOnlyAdded, run.IsAtEnd).ShouldBe((isOnlyLost, isOnlyAdded, isAtEnd));
    }

    [Fact]
    public void A_transcript_that_runs_on_for_thousands_of_words_is_compared_in_a_moment()
    {
        var text = string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"word{(char)('a' + i % 26)}"));
        var run = Differences
            .Find("x " + text + " y", string.Join(' ', Enumerable.Repeat("babble", 3000)), "English")
            .ShouldHaveSingleItem();
        run.Heard.ShouldBe(new TokenRange(0, 3000));
    }

    [Fact]
    public void Every_random_edit_is_found_and_the_rest_is_left_alone()
    {
        var random = Seed.NewRandom("edits");
        for (var round = 0; round < 300; round++)
        {
            List<string> words = [.. Enumerable.Range(0, random.Next(3, 20)).Select(i => $"w{(char)('a' + i)}")];
            var at = random.Next(words.Count);
            List<string> heard = [.. words];
            var (lost, added) = (random.Next(3) == 0, random.Next(3) == 0);
            if (!lost && !added)
            {
                heard[at] = "other";
            }
            else if (lost)
            {
                heard.RemoveAt(at);
            }
            else
            {
                heard.Insert(at, "other");
            }

            var run = Differences.Find(string.Join(' ', words), string.Join(' ', heard), "English").ShouldHaveSingleItem();
            run.Said.Start.ShouldBe(at);
            (run.Said.End - run.Said.Start).ShouldBe(added && !lost ? 0 : 1);
        }
    }
}
