using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class WordSpanTests
{
    [Fact]
    public void Every_word_knows_the_token_it_came_from()
    {
        var words = SharedReader.ReadWords("The file (8 MB) costs $5 million, and so on.");

        words[1].ShouldBe("fˈIl");
        words[2].ShouldBe("ˈAt");
        words[3].ShouldBe("mˈɛɡəbˌIts");
        words[5].ShouldBe("fˈIv");
        words[6].ShouldBe("mˈɪljᵊn dˈɑləɹz");
        words.Count.ShouldBe(10);
    }

    [Fact]
    public void A_span_leaves_out_the_punctuation_that_touches_the_word()
    {
        var piece = SharedReader.Reader.Read("“Well, yes!”", []).Pieces.ShouldHaveSingleItem();

        piece.Phonemes.ShouldBe("“wˈɛl, jˈɛs!”");
        piece.Words.ShouldBe([new WordSpan(0, 1, 5), new WordSpan(1, 7, 11)]);
    }

    [Fact]
    public void Spans_go_on_in_order_over_all_sentences()
    {
        const string text = "One sentence, with 10–20 words. Another 3 km long? Yes — e.g. this one: mlx-audio!";
        var pieces = SharedReader.Reader.Read(text, []).Pieces;

        pieces.Count.ShouldBe(3);
        var tokens = pieces.SelectMany(piece => piece.Words).Select(word => word.Word).ToList();
        tokens.ShouldBe(Enumerable.Range(0, text.Split(' ').Length).Where(token => text.Split(' ')[token] != "—"));
        foreach (var piece in pieces)
        {
            piece.Words.ShouldAllBe(word => word.Start < word.End && word.End <= piece.Phonemes.Length);
            piece.Words.Zip(piece.Words.Skip(1)).ShouldAllBe(pair => pair.First.End < pair.Second.Start);
        }
    }

    [Fact]
    public void Characters_without_a_reading_are_named_and_the_rest_is_said()
    {
        var read = SharedReader.Reader.Read("Hello 日本語 world😀 again.", []);

        read.Unread.ShouldBe([new UnreadToken(1, "日本語"), new UnreadToken(2, "😀")]);
        read.Pieces.ShouldHaveSingleItem().Phonemes.ShouldBe(SharedReader.Read("Hello world again."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t\n")]
    [InlineData("... — !?")]
    [InlineData("日本語")]
    public void A_text_without_a_sound_gives_no_pieces(string text) => SharedReader.Reader.Read(text, []).Pieces.ShouldBeEmpty();
}
