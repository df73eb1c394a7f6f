namespace FlamingHorse.Narration.Tests;

/// <summary>How a text is divided into words and lines, and how long each word is taken to last.</summary>
public class CaptionTextTests
{
    [Theory]
    [InlineData("It ends in -")]
    [InlineData("It ends in --")]
    [InlineData("It ends in {")]
    [InlineData("It ends in <")]
    public void A_line_of_SubRip_may_end_with_any_character(string text) =>
        CaptionFile.ReadSrt(One(text, seconds: 2).ToSrt())[0].Text.TrimEnd('\u2060').ShouldBe(text);

    [Theory]
    [InlineData(")")]
    [InlineData("\"")]
    [InlineData("」 a")]
    public void Closing_punctuation_alone_is_text_like_any_other(string text) =>
        One(text, seconds: 2).ToCaptions().ShouldHaveSingleItem().Lines.ShouldBe([text]);

    [Theory]
    [InlineData("one two three \"four.\"")]
    [InlineData("one two three (four!)")]
    [InlineData("one two three «four?»")]
    public void A_sentence_may_end_before_its_closing_punctuation(string sentence)
    {
        var captions = One($"{sentence} one two three four five six seven eight.", seconds: 8).ToCaptions();

        captions.Select(caption => string.Join(' ', caption.Lines)).ShouldBe([sentence, "one two three four five six seven eight."]);
    }

    [Fact]
    public void A_word_in_mid_text_that_outlasts_the_limit_stands_alone_and_the_others_keep_theirs()
    {
        var segment = Segments.Measured("Say Ommmm… now.", "0+50 0+700 0+50", seconds: 8);

        var captions = NarrationTimeline.Sequence(new(), segment).ToCaptions();

        captions.Select(caption => caption.Lines.ShouldHaveSingleItem()).ShouldBe(["Say", "Ommmm…", "Ommmm…", "now."]);
        captions.ShouldAllBe(caption => caption.End - caption.Start <= TimeSpan.FromSeconds(6));
        captions[1].Start.ShouldBe(TimeSpan.FromSeconds(0.5));
        captions[^1].Start.ShouldBe(TimeSpan.FromSeconds(7.5));
    }

    [Fact]
    public void Characters_of_a_script_without_spaces_touch_even_after_a_Latin_word() =>
        One("The 行列の積 here", seconds: 2).ToCaptions().ShouldHaveSingleItem().Lines.ShouldBe(["The 行列の積 here"]);

    [Fact]
    public void Short_text_without_spaces_is_divided_where_the_line_is_full()
    {
        // Neither word is longer than a line by itself.
        var caption = One("abcd 行列の積です", seconds: 2).ToCaptions(new() { MaxLineLength = 8 }).ShouldHaveSingleItem();

        caption.Lines.ShouldBe(["abcd 行", "列の積です"]);
    }

    [Theory]
    [InlineData("、。，：；！？…—")]
    [InlineData("ー々っッゃゅょャュョ")]
    [InlineData("」』）】”’›»")]
    [InlineData(",.!?:;)]}")]
    public void No_line_begins_with_what_belongs_to_the_character_before_it(string signs)
    {
        foreach (var sign in signs)
        {
            Lines($"行行{sign}").ShouldBe(["行", $"行{sign}"]);
        }
    }

    [Theory]
    [InlineData("「『（【")]
    [InlineData("“‘«([")]
    public void No_line_ends_with_what_opens_a_quote_or_a_bracket(string signs)
    {
        foreach (var sign in signs)
        {
            Lines($"行{sign}行").ShouldBe(["行", $"{sign}行"]);
        }
    }

    [Fact]
    public void Digits_symbols_and_other_scripts_have_their_share_of_the_time()
    {
        // Syllables: 1, two digits of 1.3, two letters of 0.45, a sign of 1.5, a character, and the least that a word has, 0.5.
        var words = Segments.Measured("ba 12 Да + 行 b", times: null, seconds: 7.5).Words;

        words.Select(word => word.Start.TotalSeconds).ShouldBe([0, 1, 3.6, 4.5, 6, 7], tolerance: 0.001);
        words[^1].End.TotalSeconds.ShouldBe(7.5, 0.001);
    }

    [Fact]
    public void Vowels_side_by_side_are_one_syllable_and_a_pause_follows_the_ends_of_phrases_and_sentences()
    {
        // Syllables and pauses: 1, 2 + 1, 1 + 2, 1.
        var words = Segments.Measured("beau radii, you. so", times: null, seconds: 8).Words;

        words.Select(word => word.Start.TotalSeconds).ShouldBe([0, 1, 4, 7], tolerance: 0.001);
        words.Select(word => word.End.TotalSeconds).ShouldBe([1, 3, 5, 8], tolerance: 0.001);
    }

    private static IReadOnlyList<string> Lines(string text) =>
        One(text, seconds: 2).ToCaptions(new() { MaxLineLength = 2, MaxLines = 9 }).ShouldHaveSingleItem().Lines;

    private static NarrationTimeline One(string text, double seconds) =>
        NarrationTimeline.Sequence(new(), Segments.Seconds("a", seconds, text));
}
