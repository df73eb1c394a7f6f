using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Which words of the spoken text say each word of the caption.</summary>
public class WordAlignmentTests
{
    [Theory]
    [InlineData("row", "row by row", "0+1")]
    [InlineData("a", "a a", "0+1")]
    [InlineData("see x² now", "see x squared now", "0+1 1+2 3+1")]
    // As many words as there were.
    [InlineData("C ij is", "see eye is", "0+1 1+1 2+1")]
    // Shared out: only the first begins where it is known.
    [InlineData("a b c end", "one two three four five six end", "0+2 ~2+2 ~4+2 6+1")]
    // Of two equal orders the first word stays; else the most words.
    [InlineData("b x", "a b y", "1+1 2+1")]
    [InlineData("a b c y", "b d c", "0+0 0+1 2+1 3+0")]
    [InlineData("a b c", "c a b", "1+1 2+1 3+0")]
    [InlineData("a b", "b a", "0+0 0+1")]
    [InlineData("", "one two", "")]
    public void Words_that_both_have_stand_for_each_other(string caption, string spoken, string runs)
    {
        var found = WordAlignment.Of(Words(caption), Words(spoken));

        string.Join(' ', found.Select(run => $"{(run.IsExact ? "" : "~")}{run.First}+{run.Count}")).ShouldBe(runs);
    }

    [Fact]
    public void A_text_is_divided_at_white_space_and_controls()
    {
        WordAlignment.Split("  a\u0001b  c\n").ShouldBe([(2, "a"), (4, "b"), (7, "c")]);
    }

    [Theory]
    [InlineData("row", "row by row", 3, 3)]
    [InlineData("see x² now", "see x squared now", 4, 4)]
    [InlineData("see x² now", "see x squared now", 6, 13)]
    [InlineData("see x² now", "see x squared now", 10, 17)]
    [InlineData("a bcde f", "a vwxyzuvq f", 4, 6)]
    [InlineData("a bcde f", "a vwxyzuvq f", 5, 8)]
    public void A_place_among_changed_words_is_found_by_proportion(string caption, string spoken, int offset, int place) =>
        new CaptionAlignment(caption, spoken).InSpoken(offset).ShouldBe(place);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
