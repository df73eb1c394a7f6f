using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class FormulaMacroTests
{
    private const string Preamble = """
        \documentclass{article} % \newcommand{\no}{in a comment}
        \newcommand{\R}{\mathbb{R}}
        \newcommand{\norm}[1]{\left\lVert#1\right\rVert}
        \newcommand*\inner[2]{\langle#1,#2\rangle}
        \newcommand{\pd}[2][f]{\frac{\partial #1}{\partial #2}}
        \renewcommand{\vec}[1]{\mathbf{#1}}
        \providecommand{\eps}{\varepsilon}
        \DeclareMathOperator{\rank}{rank}
        \DeclareMathOperator*{\argmax}{arg\,max}
        \def\half{\frac12}
        \def\sq#1{#1^2}
        """;

    [Theory]
    [InlineData(@"x\in\R^n", "x in R n")]
    [InlineData(@"\norm{x+y}", "the norm of x plus y")]
    [InlineData(@"\inner{u}{v}", "the inner product of u and v")]
    [InlineData(@"\pd{x}", "partial f by partial x")]
    [InlineData(@"\pd[u]{t}", "partial u by partial t")]
    [InlineData(@"\vec a\cdot\vec b", "A dot b")]
    [InlineData(@"\eps>0", "epsilon is greater than zero")]
    [InlineData(@"\rank A", "the rank of A")]
    [InlineData(@"\argmax_x f(x)", "the arg max over x of f of x")]
    [InlineData(@"\half x", "one half x")]
    [InlineData(@"\sq x+\sq{y}", "x squared plus y squared")]
    public void A_macro_is_read_as_what_it_stands_for(string latex, string reading)
    {
        var reading1 = Reader(Preamble).Read(latex);

        reading1.Problems.ShouldBeEmpty();
        reading1.Spoken.ShouldBe(reading);
    }

    [Theory]
    [InlineData(@"x\in\R^n", @"x\in \mathbb {R}^n")]
    [InlineData(@"\norm{x+y}", @"\left \lVert {x+y}\right \rVert ")]
    [InlineData(@"\pd[u]{t}\text{ if }\eps", @"\frac {\partial u}{\partial {t}}\text { if }\varepsilon ")]
    [InlineData(@"x^2 + \alpha", @"x^2 + \alpha")]
    public void For_typesetting_a_macro_is_expanded(string latex, string expanded)
    {
        var macros = FormulaMacros.Parse(Preamble, []);

        macros.Expand(latex).ShouldBe(expanded);
        Reader("").Read(macros.Expand(latex)).Spoken.ShouldBe(Reader(Preamble).Read(latex).Spoken);
    }

    [Fact]
    public void A_problem_inside_a_macro_is_reported_where_the_macro_is_used()
    {
        var problem = Reader(@"\newcommand{\bad}{x+\nope}").Read(@"1+\bad").Problems.ShouldHaveSingleItem();

        (problem.Offset, problem.Length, problem.Name).ShouldBe((2, 4, @"\nope"));
    }

    [Theory]
    [InlineData(@"\newcommand{\loop}{\loop x}", @"\loop", FormulaProblemKind.TooComplex)]
    [InlineData(@"\newcommand{\twice}{\twice\twice}", @"\twice", FormulaProblemKind.TooComplex)]
    [InlineData(@"\newcommand{\norm}[1]{\|#1\|}", @"\norm", FormulaProblemKind.MissingArgument)]
    public void A_macro_that_cannot_be_expanded_is_reported(string preamble, string latex, FormulaProblemKind kind) =>
        Reader(preamble).Read(latex).Problems.Select(problem => (problem.Kind, problem.Offset)).ShouldContain((kind, 0));

    [Theory]
    [InlineData(@"\newcommand{x}{y}", 0)]
    [InlineData(@" \newcommand{\R}", 1)]
    [InlineData(@"\newcommand{\R}[x]{y}", 0)]
    [InlineData(@"\newcommand{\R}{#1}", 0)]
    [InlineData(@"\DeclareMathOperator{\R", 0)]
    [InlineData(@"\def\R(#1){x}", 0)]
    public void A_definition_that_cannot_be_read_is_reported(string preamble, int offset)
    {
        var problems = new List<FormulaProblem>();
        FormulaMacros.Parse(preamble, problems).Names.ShouldBeEmpty();

        problems.ShouldHaveSingleItem().Offset.ShouldBe(offset);
    }

    [Fact]
    public void Of_two_definitions_the_later_counts()
    {
        var problems = new List<FormulaProblem>();
        var macros = FormulaMacros.Combine([
            FormulaMacros.Parse(@"\def\a{x}\def\b{y}", problems),
            FormulaMacros.Parse(@"\def\a{z}", problems),
        ]);

        FormulaReader.For("English", new FormulaSettings { Macros = macros })!.Read(@"\a+\b").Spoken.ShouldBe("z plus y");
    }

    private static FormulaReader Reader(string preamble)
    {
        var problems = new List<FormulaProblem>();
        var macros = FormulaMacros.Parse(preamble, problems);
        problems.ShouldBeEmpty();
        return FormulaReader.For("English", new FormulaSettings { Macros = macros })!;
    }
}
