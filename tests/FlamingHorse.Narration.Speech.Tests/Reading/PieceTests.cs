using FlamingHorse.Narration.Speech.Reading.Pieces;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class PieceTests
{
    [Theory]
    [InlineData("One. Two! Three? Four… Five.", 5)]
    [InlineData("He said “Go.” Then he left.", 2)]
    [InlineData("Dr. Smith met J. S. Bach there.", 1)]
    [InlineData("Well... then he left.", 1)]
    [InlineData("“Go!” said the man.", 1)]
    [InlineData("It is 3.5 and 2.5 there.", 1)]
    [InlineData("Take some, e.g. Cauchy's. Done.", 2)]
    [InlineData("Come at 5 p.m. The door is open.", 2)]
    public void A_text_is_split_after_its_sentences(string text, int pieces) =>
        SharedReader.Reader.Read(text, []).Pieces.Count.ShouldBe(pieces);

    [Fact]
    public void A_long_sentence_is_split_at_its_clauses()
    {
        var text = string.Join(", ", Enumerable.Repeat("and then the satellite keeps missing the ground", 30)) + ".";
        var pieces = SharedReader.Reader.Read(text, []).Pieces;

        pieces.Count.ShouldBeGreaterThan(2);
        pieces.ShouldAllBe(piece => piece.Phonemes.Length <= LongPieces.Longest);
        pieces.SkipLast(1).ShouldAllBe(piece => piece.Phonemes.EndsWith(','));
        pieces.SelectMany(piece => piece.Words).Select(word => word.Word).ShouldBe(Enumerable.Range(0, 240));
    }

    [Fact]
    public void A_long_word_is_split_too()
    {
        var pieces = SharedReader.Reader.Read(new string('x', 900), []).Pieces;

        pieces.ShouldNotBeEmpty();
        pieces.ShouldAllBe(piece => piece.Phonemes.Length <= LongPieces.Longest);
        pieces.ShouldAllBe(piece => piece.Words.Single().Word == 0);
    }
}
