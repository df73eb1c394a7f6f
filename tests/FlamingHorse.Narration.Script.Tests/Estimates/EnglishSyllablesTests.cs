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
    public void Words_of_lessons_are_counted_as_they_are_said(int syllables, string words)
    {
        foreach (var word in words.Split(' '))
            (word, EnglishSyllables.Count(word)).ShouldBe((word, syllables));
    }
}
