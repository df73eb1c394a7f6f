using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class FormulaOverrideTests
{
    private static readonly string[] Lines = ["A^T = A adjoint", @"\left( x + y \right) = the pair", "x = y = x is y", @"H_0 = H nought"];

    [Theory]
    [InlineData("A^T", "A adjoint")]
    [InlineData("A^{T}", "A adjoint")]
    [InlineData("{A}^T", "A adjoint")]
    [InlineData(@"\frac{A^T}{2}", "A adjoint over two")]
    [InlineData(@"\sqrt{ A^T }", "the square root of A adjoint")]
    [InlineData("{A^T}+B", "A adjoint plus B")]
    [InlineData("A^T+B", "A transpose plus B")]
    [InlineData("(x+y)", "the pair")]
    [InlineData("x=y", "x is y")]
    [InlineData("B^T", "B transpose")]
    public void A_line_applies_to_a_whole_formula_and_a_whole_group(string latex, string reading) =>
        Reader(Lines).Read(latex).Spoken.ShouldBe(reading);

    [Fact]
    public void The_caption_still_shows_the_formula() => Reader(Lines).Read(@"\frac{A^T}{2}").Caption.ShouldBe("Aᵀ/2");

    [Theory]
    [InlineData("A^T")]
    [InlineData("A^T = ")]
    [InlineData(" = A transpose")]
    [InlineData(@"A^T = A \transpose")]
    [InlineData(@"\nope = nothing")]
    public void A_line_that_cannot_be_read_is_reported(string line)
    {
        var problems = new List<(int Line, FormulaProblem Problem)>();
        FormulaOverrides.Parse(["x = y", line], FormulaMacros.None, problems).Count.ShouldBe(1);

        problems.ShouldHaveSingleItem().Line.ShouldBe(1);
    }

    [Fact]
    public void A_reading_in_place_replaces_that_of_the_formula()
    {
        var reading = FormulaReader.For("English")!.ReadText("Take $A^T${A star} now.");

        reading.Spoken.ShouldBe("Take A star now.");
        reading.Caption.ShouldBe("Take Aᵀ now.");
    }

    private static FormulaReader Reader(IReadOnlyList<string> lines)
    {
        var problems = new List<(int Line, FormulaProblem Problem)>();
        var overrides = FormulaOverrides.Parse(lines, FormulaMacros.None, problems);
        problems.ShouldBeEmpty();
        return FormulaReader.For("English", new FormulaSettings { Overrides = overrides })!;
    }
}
