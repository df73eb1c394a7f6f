using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>The conventions, row by row; here the letter a is small, as on the page that fixed them.</summary>
public class RegisterTests
{
    [Theory]
    [InlineData(@"\frac12", "one half")]
    [InlineData(@"\frac34", "three quarters")]
    [InlineData(@"\frac{a}{b}", "a over b")]
    [InlineData(@"\frac{f(x+h)-f(x)}{h}", "f of x plus h, minus f of x, all over h")]
    [InlineData(@"e^{i\pi}", "e to the i pi")]
    [InlineData(@"(a+b)^2", "a plus b, all squared")]
    [InlineData(@"\int_0^1 x^2\,dx", "the integral from zero to one of x squared, d x")]
    [InlineData(@"\lim_{h\to0}", "the limit, as h goes to zero, of")]
    [InlineData(@"\frac{d}{dx}", "d by d x of")]
    [InlineData(@"\frac{\partial^2u}{\partial x^2}", "partial squared u by partial x squared")]
    [InlineData(@"\frac{x+1}{2}", "x plus one, all over two")]
    [InlineData(@"\frac{a}{b+c}", "a, over b plus c")]
    [InlineData(@"\frac{x+1}{x-1}", "x plus one, over x minus one")]
    [InlineData(@"\frac ab+c", "a over b, plus c")]
    [InlineData(@"1\frac12", "one and a half")]
    [InlineData(@"f^{-1}(x)", "f inverse of x")]
    [InlineData(@"\sin^{-1}x", "inverse sine of x")]
    [InlineData(@"a(b+c)", "a times b plus c")]
    [InlineData(@"(a+b)(a-b)", "a plus b, times a minus b")]
    [InlineData(@"\{x\mid x>0\}", "the set of all x such that x greater than zero")]
    [InlineData(@"1,2,\dots,n", "one, two, and so on up to n")]
    [InlineData(@"\lim_{x\to0^+}", "the limit, as x goes to zero from the right, of")]
    [InlineData(@"\sqrt x+1", "the square root of x, plus one")]
    [InlineData(@"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "the matrix with rows one, two, and three, four")]
    public void English_reads_as_the_register_says(string latex, string reading) =>
        FormulaReader.For("English")!.Read(latex).Spoken.ShouldBe(Spoken(reading));

    [Theory]
    [InlineData("x^2", "x Quadrat")]
    [InlineData("x^n", "x hoch n")]
    [InlineData(@"\frac ab", "a durch b")]
    [InlineData(@"\frac{x+1}2", "x plus eins, alles durch zwei")]
    [InlineData(@"\frac12", "ein halb")]
    [InlineData(@"\frac34", "drei Viertel")]
    [InlineData(@"\int_0^1x^2\,dx", "das Integral von null bis eins über x Quadrat, d x")]
    [InlineData(@"\sum_{k=1}^nk", "die Summe von k gleich eins bis n über k")]
    [InlineData(@"\lim_{h\to0}", "der Grenzwert für h gegen null von")]
    [InlineData("f(x)", "f von x")]
    [InlineData("f'", "f Strich")]
    [InlineData(@"\frac{dy}{dx}", "d y nach d x")]
    [InlineData(@"\frac{\partial u}{\partial t}", "partielles u nach partiellem t")]
    [InlineData("A^{-1}", "A invers")]
    [InlineData("A^T", "A transponiert")]
    [InlineData(@"\sqrt x", "die Wurzel aus x")]
    [InlineData("x>0", "x größer als null")]
    [InlineData(@"x\in A", "x aus A")]
    [InlineData(@"A\subseteq B", "A Teilmenge von B")]
    [InlineData(@"\binom nk", "n über k")]
    [InlineData("n!", "n Fakultät")]
    [InlineData("|x|", "der Betrag von x")]
    [InlineData(@"\|v\|", "die Norm von v")]
    [InlineData(@"\forall x", "für alle x")]
    [InlineData(@"\exists x", "es gibt ein x")]
    [InlineData(@"a\equiv b\pmod n", "a kongruent b modulo n")]
    [InlineData(@"\nabla f", "der Gradient von f")]
    [InlineData(@"\ln x", "der natürliche Logarithmus von x")]
    [InlineData(@"\log_2n", "der Logarithmus zur Basis zwei von n")]
    [InlineData(@"u\cdot v", "u mal v")]
    [InlineData(@"u\times v", "u kreuz v")]
    [InlineData("x_1", "x eins")]
    [InlineData(@"x\to0", "x gegen null")]
    public void German_reads_as_the_register_says(string latex, string reading) =>
        FormulaReader.For("German")!.Read(latex).Spoken.ShouldBe(Spoken(reading));

    [Theory]
    [InlineData("A^T", "capital A transpose")]
    [InlineData(@"a\in A", "A in capital A")]
    [InlineData(@"\Gamma(x)", "capital gamma of x")]
    [InlineData(@"x\in\mathbb R", "x in R")]
    public void Capitals_are_told_apart_on_demand(string latex, string reading) =>
        FormulaReader.For("English", new FormulaSettings { TellsCapitals = true })!.Read(latex).Spoken.ShouldBe(reading);

    [Theory]
    [InlineData("english")]
    [InlineData("GERMAN")]
    public void A_language_is_found_in_any_case(string language) => FormulaReader.For(language).ShouldNotBeNull();

    [Fact]
    public void A_language_without_a_table_has_no_reader() => FormulaReader.For("French").ShouldBeNull();

    private static string Spoken(string reading) =>
        string.Join(
                ' ',
                reading
                    .Split(' ')
                    .Select(word =>
                        word switch
                        {
                            "a" => "A",
                            "a," => "A,",
                            _ => word,
                        }
                    )
            )
            .Replace("and A half", "and a half", StringComparison.Ordinal);
}
