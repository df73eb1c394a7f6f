using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging.Transcripts;

public sealed class TranscriptRuleTests
{
    [Theory]
    [InlineData("set the rows apart", "set the roads apart", "ɹˈOz", "ɹˈOdz", false)] // one sound
    [InlineData("set the rows apart", "set the roofs apart", "ɹˈOz", "ɹˈufs", true)] // three sounds
    [InlineData("the red row here", "the column row here", "ɹˈɛd", "kˈɑləm", true)] // another word
    [InlineData("take a row of it", "take row of it", "ɐ", "", false)] // one sound lost: an ear misses it too
    [InlineData("take an odd row", "take odd row", "æn", "", true)] // two sounds lost
    [InlineData("take odd rows", "take an odd rows", "", "æn", true)] // two sounds too many
    [InlineData("it is at the row", "it is at the road", "ɹˈO", "ɹˈOd", false)] // one sound at the end
    [InlineData("it is at the rows", "it is at the road", "ɹˈOz", "ɹˈOts", true)] // two sounds at the end
    [InlineData("it ends at rows now", "it ends at road now", "ɹˈOz", "ɹˈOts", false)] // the same in the middle
    [InlineData("the little one", "the lital one", "lˈɪTᵊl", "lˌɪtəl", false)] // one sound, written in two ways
    public void A_run_is_judged_by_its_sounds(string text, string transcript, string said, string heard, bool isFault) =>
        TranscriptRule.IsFault(Single(text, transcript), "English", new RunPhonemes(said, heard)).ShouldBe(isFault);

    [Theory]
    [InlineData("the Cauchy row", "the Couchy row", false)] // one letter of six
    [InlineData("the red row", "the rid row", true)] // one of three
    [InlineData("the red row", "the column row", true)]
    [InlineData("take a row", "take row", true)]
    public void Without_sounds_more_than_one_edit_in_four_letters_is_a_fault(string text, string transcript, bool isFault) =>
        TranscriptRule.IsFault(Single(text, transcript), "English", null).ShouldBe(isFault);

    [Theory]
    [InlineData("German", "die 12 Zeilen", "die zwölf Zeilen", false)]
    [InlineData("German", "die roten Zeilen", "die Spalte Zeilen", true)]
    [InlineData("English", "the 12 rows", "the twenty rows", true)]
    public void A_number_is_compared_only_where_somebody_knows_how_it_is_said(
        string language,
        string text,
        string transcript,
        bool isFault
    ) => TranscriptRule.IsFault(Single(text, transcript, language), language, null).ShouldBe(isFault);

    [Theory]
    [InlineData("it is in a tag here", "it is an attack here", "ɪn ɐ tˈæɡ", "ɐn ətˈæk", true)]
    [InlineData("the red row here", "the row here", "ɹˈɛd", "", false)]
    [InlineData("the row here", "the red row here", "", "ɹˈɛd", false)]
    [InlineData("the red matrix here", "the mitts here", "ɹˈɛd mˈAtɹɪks", "mˈɪts", false)]
    public void Other_words_of_as_many_sounds_may_be_the_recognizers_mistake(
        string text,
        string transcript,
        string said,
        string heard,
        bool expected
    ) => TranscriptRule.IsOfOtherWords(Single(text, transcript), new RunPhonemes(said, heard)).ShouldBe(expected);

    private static Difference Single(string text, string transcript, string language = "English") =>
        Differences.Find(text, transcript, language).ShouldHaveSingleItem();
}
