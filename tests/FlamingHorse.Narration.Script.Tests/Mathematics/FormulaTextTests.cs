using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class FormulaTextTests
{
    private readonly FormulaReader _reader = FormulaReader.For("English")!;

    [Theory]
    [InlineData("The derivative of $\\sin x$ is $\\cos x$.", "The derivative of sine x is cosine x.", "The derivative of sin x is cos x.")]
    [InlineData("the $n$th root", "the nth root", "the nth root")]
    [InlineData("costs \\$5, ($x^2$)", "costs $5, (x squared)", "costs $5, (x²)")]
    [InlineData("Let $a$ be", "Let A be", "Let a be")]
    public void Words_and_captions_stand_in_their_places(string text, string spoken, string caption)
    {
        var reading = _reader.ReadText(text);

        reading.Spoken.ShouldBe(spoken);
        reading.Caption.ShouldBe(caption);
        reading.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Prose_is_said_by_the_lexicon_and_formulas_are_not()
    {
        var reading = _reader.ReadText("x is not $x$.", sayProse: prose => prose.Replace("x", "the sign", StringComparison.Ordinal));

        reading.Spoken.ShouldBe("the sign is not x.");
    }

    [Fact]
    public void Each_spoken_word_knows_its_letter_and_its_word_of_the_caption()
    {
        var words = _reader.ReadText(@"So $\int_0^1 x^2\,dx$ is small.").Words;

        words.Select(word => word.Text).ShouldBe("So the integral from zero to one of x squared, d x is small.".Split(' '));
        words.Where(word => word.Letter is not null).Select(word => word.Letter).ShouldBe(["x", "d", "x"]);
        // So | ∫₀¹ | x² | dx | is | small.
        words.Select(word => word.CaptionWord).ShouldBe([0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5]);
    }

    [Fact]
    public void A_problem_is_reported_at_its_place_in_the_text()
    {
        var problem = _reader.ReadText(@"Take $x+\nope$.").Problems.ShouldHaveSingleItem();

        (problem.Offset, problem.Name).ShouldBe((8, @"\nope"));
    }

    [Theory]
    [InlineData("a+|b", "b")]
    [InlineData("|a+b", "A")]
    [InlineData("a|+b", "plus")]
    [InlineData(@"\frac{a}{|b}", "b")]
    [InlineData("a| +b", "plus")]
    [InlineData(@"a+|\int_0^1 x\,dx", "the")]
    [InlineData("x^{a|+b}", "plus")]
    public void A_mark_between_atoms_is_placed_before_the_next_word(string marked, string word)
    {
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        var reading = _reader.Read(marked.Remove(at, 1), [at]);

        reading.Problems.ShouldBeEmpty();
        reading.Words[reading.MarkWords.ShouldHaveSingleItem()].Text.ShouldBe(word);
    }

    [Theory]
    [InlineData(@"\al|pha")]
    [InlineData("x|^2")]
    [InlineData("x^|2")]
    [InlineData("1|2")]
    [InlineData(@"\frac|{a}{b}")]
    public void A_mark_within_an_atom_is_reported(string marked)
    {
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        var problem = _reader.Read(marked.Remove(at, 1), [at]).Problems.ShouldHaveSingleItem();

        (problem.Kind, problem.Offset).ShouldBe((FormulaProblemKind.MisplacedMark, at));
    }

    [Fact]
    public void Marks_of_a_text_are_placed_in_speech_and_caption()
    {
        // "Now |see $a+|b$ and| more."
        var reading = _reader.ReadText("Now see $a+b$ and more.", [4, 11, 17]);

        reading.MarkWords.ShouldBe([1, 4, 6]);
        reading.CaptionMarks.ShouldBe([4, 12, 17]);
    }
}
