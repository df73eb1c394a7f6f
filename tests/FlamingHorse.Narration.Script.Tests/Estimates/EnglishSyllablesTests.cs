using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class EnglishSyllablesTests
{
    [Theory]
    [InlineData(1, "row sums line through square squared moved stretched edge scale queue squares")]
    [InlineData(2, "matrix vector column product edges value's prism rhythm limit angle centre handled function statement")]
    [InlineData(3, "matrices vertices linear radius gradient variance theorem integral parallel equation continues creation")]
    [InlineData(4, "geometry algorithm logarithm diagonal variable coefficient continuous eigenvector")]
    [InlineData(5, "multiplication associative continuously simultaneous")]
    [InlineData(6, "orthogonality")]
    [InlineData(7, "diagonalization associativity multiplicativity")]
    public void Words_of_lessons_are_counted_as_they_are_said(int syllables, string words) => Check(syllables, words);

    [Theory]
    [InlineData(1, "guide guard guess build suit fruit square")]
    [InlineData(2, "language penguin banquet")]
    [InlineData(3, "distinguish singular regular usual arguing")]
    public void A_u_after_q_or_between_ng_and_a_vowel_is_no_vowel(int syllables, string words) => Check(syllables, words);

    [Theory]
    [InlineData(1, "day year young")]
    [InlineData(2, "beyond player layers royal voyage lawyer saying playing crying typing cyan canyon")]
    [InlineData(3, "dynamic symmetry")]
    public void A_y_is_a_vowel_unless_it_stands_between_two(int syllables, string words) => Check(syllables, words);

    [Theory]
    [InlineData(1, "pier tier friend field fierce great treat mean clean feud weight")]
    [InlineData(2, "carriage marriage special partial section union cautious series client driest diet pigeon gorgeous peoples neutral")]
    [InlineData(2, "patient either create meaning million dual fluent duet poet chaos skiing phoenix")]
    [InlineData(3, "triangle musician period radio audience barrier happiest earliest video theorem korean")]
    [InlineData(3, "nucleus museum deity agreeing tuition mosaic archaic influence")]
    [InlineData(4, "biology variety society experience geography european continuum intuition algebraic coordinate cooperate")]
    public void Two_vowels_are_said_together_or_apart(int syllables, string words) => Check(syllables, words);

    [Theory]
    [InlineData(1, "use age used called curled barred tastes clothes shape's line's")]
    [InlineData(2, "method focus needed added sizes boxes faces edges classes matches dishes cement rely acres placement hopeful")]
    [InlineData(3, "rotated settlement agreement")]
    public void An_e_at_the_end_is_silent_but_where_it_must_be_said(int syllables, string words) => Check(syllables, words);

    [Theory]
    [InlineData(1, "test most film")]
    [InlineData(2, "prisms rhythms atom item system custom")]
    [InlineData(4, "algorithms")]
    public void An_m_after_s_or_th_at_the_end_is_a_syllable(int syllables, string words) => Check(syllables, words);

    [Theory]
    [InlineData(1, "crème")]
    [InlineData(2, "café naïve gödel über länder ramón")]
    [InlineData(3, "möbius martínez cortázar poincaré")]
    public void Letters_with_accents_are_vowels(int syllables, string words) => Check(syllables, words);

    private static void Check(int syllables, string words)
    {
        foreach (var word in words.Split(' '))
            (word, EnglishSyllables.Count(word)).ShouldBe((word, syllables));
    }
}
